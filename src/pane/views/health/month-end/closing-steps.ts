import { ageStock } from "../../../../analyses/age-stock";
import type { Analysis } from "../../../../analyses/define-analysis";
import { postJournal } from "../../../../analyses/post-journal";
import { reserve } from "../../../../analyses/reserve";
import { testNrv } from "../../../../analyses/test-nrv";
import { valueStock } from "../../../../analyses/value-stock";
import type { ClosingStep } from "../../../../analyses/valuation/tie-out/lines";

/** What the one button of a step does. */
export type StepAction =
  | {
      readonly kind: "run";
      readonly label: string;
      readonly analysis: Analysis;
      readonly done: string;
      readonly failed: string;
    }
  | { readonly kind: "show"; readonly label: string; readonly table: string }
  | { readonly kind: "freeze"; readonly label: string };

export interface ClosingStepDefinition {
  readonly step: ClosingStep;
  readonly title: string;
  /** What it does, in a sentence. */
  readonly note: string;
  readonly action: StepAction;
  /** Options that it asks for in the open; the others stand under Rules. */
  readonly asks: readonly string[];
}

/** The month end in its order. The first three steps are one run: what moved, what it is worth, and what it must agree with. */
export const steps: readonly ClosingStepDefinition[] = [
  {
    step: "cut-off",
    title: "Cut-off",
    note: "Values stock by the movements up to the month end and writes Valuation, Layers and TieOut.",
    asks: ["cutOff"],
    action: {
      kind: "run",
      label: "Value stock at the cut-off",
      analysis: valueStock,
      done: "Stock is valued",
      failed: "Stock was not valued",
    },
  },
  {
    step: "ledger",
    title: "Sub-ledger and ledger",
    note: "Our movements beside Stock and Ledger; each difference with the document that explains it.",
    asks: [],
    action: { kind: "show", label: "Show in TieOut", table: "TieOut" },
  },
  {
    step: "layers",
    title: "Layers",
    note: "What is left of each receipt, and rows that could not be priced.",
    asks: [],
    action: { kind: "show", label: "Show Layers", table: "Layers" },
  },
  {
    step: "ageing",
    title: "Ageing",
    note: "By receipt layer and by last issue; writes Ageing and StockStatus.",
    asks: [],
    action: {
      kind: "run",
      label: "Age stock",
      analysis: ageStock,
      done: "Stock is aged",
      failed: "Stock was not aged",
    },
  },
  {
    step: "nrv",
    title: "Net realisable value",
    note: "Item by item, units under contract apart; writes NRVTest.",
    asks: [],
    action: {
      kind: "run",
      label: "Test net realisable value",
      analysis: testNrv,
      done: "Net realisable value is tested",
      failed: "Net realisable value was not tested",
    },
  },
  {
    step: "reserve",
    title: "Reserve",
    note: "By ReservePolicy, the NRV test and your overrides; writes Reserve and Exposure.",
    asks: [],
    action: {
      kind: "run",
      label: "Work out the reserve",
      analysis: reserve,
      done: "The reserve is worked out",
      failed: "The reserve was not worked out",
    },
  },
  {
    step: "journal",
    title: "Journal",
    note: "Writes Journal and MethodCard. Two people: one prepares, another approves.",
    asks: ["preparer", "approver"],
    action: {
      kind: "run",
      label: "Write the journal",
      analysis: postJournal,
      done: "The journal is written",
      failed: "The journal was not written",
    },
  },
  {
    step: "pack",
    title: "Frozen copy",
    note: "Copies the tables of the month end as values, each to a sheet of its own, with a hash of them all.",
    asks: [],
    action: { kind: "freeze", label: "Freeze the pack" },
  },
];

/** Rules of the month end that seldom change, each with the jobs that know it. */
export const ruleNames = ["method", "capitalise", "standard", "basis", "coverBy"] as const;
