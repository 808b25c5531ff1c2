import { demandBuckets, serialOfIsoText } from "../engine/calendar";
import { invalidInput } from "../engine/errors";
import { partialRules } from "../engine/supply";
import {
  contractsTable,
  demandTable,
  forecastTable,
  itemsTable,
  policiesTable,
  receiptsTable,
  runsTable,
  type Issue,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, wants, type AnalysisOutcome, type StepResult } from "./define-analysis";
import { choiceOption, numberOption, textOption } from "./options";
import { planPolicies, type PlannedItem, type PolicyPlan } from "./policies/plan-policies";
import { mergedPolicies, type PolicyCells } from "./policies/policy-columns";
import { policyKinds, proposePolicy, type PolicyProposal, type PolicyTask } from "./policies/propose-policy";
import { targetTypes } from "./policies/target-rows";

interface State {
  readonly plan: PolicyPlan;
  readonly policies: TableContent | undefined;
  readonly runId: string;
}

/** One item at one place with what is in force and what is proposed. */
export interface ProposedItem extends Omit<PlannedItem, "task" | "lines" | "start"> {
  readonly proposal: PolicyProposal;
  readonly unitCost: number | null;
}

/** The bounds of one site together. */
export interface SiteBounds {
  readonly location: string;
  /** Carrying, money per year; negative where bounds save it at the cost of service. */
  readonly cost: number;
  /** Money in stock that the bounds add or take away. */
  readonly cash: number;
  /** The added cash is beyond what the site may decide itself. */
  readonly asks: boolean;
}

export interface PoliciesDetails {
  readonly items: readonly ProposedItem[];
  readonly sites: readonly SiteBounds[];
}

export const policyOptions = {
  bucket: choiceOption("Day, ISO week, month or quarter", demandBuckets, "M"),
  history: numberOption("Buckets of history that are used", "buckets", 36, {
    min: 3,
    max: 520,
    integer: true,
  }),
  targetType: choiceOption(
    "Service that target means where Policies has none: cycle service level or fill rate",
    targetTypes,
    "FILL",
  ),
  target: numberOption("Service target where Policies has none", "fraction", 0.95, {
    above: 0,
    max: 0.999999,
  }),
  policy: choiceOption("Policy where Policies has none", policyKinds, "sQ"),
  review: numberOption("Days between reviews where Policies has none; 0 continuous", "days", 0, {
    min: 0,
    max: 366,
  }),
  orderCost: numberOption("Cost of one order", "money", 50, { above: 0 }),
  carryRate: numberOption("Cost of carrying one money unit of stock for a year", "fraction", 0.2, {
    above: 0,
    max: 5,
  }),
  receipts: numberOption(
    "Receipts from which they decide the lead time, instead of the contract",
    "receipts",
    5,
    {
      min: 1,
      max: 1000,
      integer: true,
    },
  ),
  partial: choiceOption(
    "A line received in parts counts at its first, last, or mean by quantity",
    partialRules,
    "QTY",
  ),
  workdays: numberOption("Working days a week in which lead times are counted; 0 calendar days", "days", 0, {
    min: 0,
    max: 7,
    integer: true,
  }),
  asOf: textOption("Today, such as 2026-03-31; where it is blank every bucket with demand counts as over"),
};

export const setPolicies = defineAnalysis({
  id: "set-policies",
  summary:
    "Proposes reorder point, safety stock, lot and order-up-to level for every item and place with demand.",
  notes: [
    "The target is the item's own in Policies, else that of its segment, else the options'. CSL and FILL are never mixed; the table shows what the proposal gives in both.",
    "Demand is Forecast where it has coming buckets, else history. The spread is that of past forecasts over lead time and review where Forecast still holds 8 of them, else that of demand. Slow movers are summed as they come instead of taken for normal.",
    "Lead times are those of Receipts, else Contracts, else Items. LocalMin and LocalMax bound the safety stock; what that costs is shown.",
    "Parameters in force stay as they are: the proposal stands beside them in NewROP, NewSS, NewLot, NewMax.",
  ],
  options: {
    ...policyOptions,
    autonomy: numberOption("Money in stock that the bounds of one site may add without asking", "money", 0, {
      min: 0,
    }),
  },
  reads: {
    items: needs(itemsTable),
    demand: needs(demandTable),
    forecast: wants(forecastTable),
    receipts: wants(receiptsTable),
    contracts: wants(contractsTable),
    policies: wants(policiesTable),
  },
  writes: [policiesTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const plan = planPolicies(tables, policyRules(options));
    return {
      state: { plan, policies: tables.policies, runId } satisfies State,
      work: plan.items.map(({ task }) => task),
    };
  },
  step: (task: PolicyTask): PolicyProposal => proposePolicy(task),
  finish: ({ plan, policies, runId }: State, results, { autonomy }): AnalysisOutcome => {
    const { proposed, issues } = proposals(plan, results);
    const cells = new Map(proposed.map((one) => [one.id, cellsOf(one, runId)] as const));
    const count = proposed.length.toLocaleString("en");
    const details: PoliciesDetails = { items: proposed, sites: siteBounds(proposed, autonomy) };
    return {
      results: [mergedPolicies(policies, plan.current, written, cells)],
      issues: [...plan.issues, ...issues],
      summary: `${count} policies proposed`,
      inputHash: plan.inputHash,
      details,
    };
  },
});

/** Options as they are typed, with the date read. */
export function policyRules<
  T extends { readonly asOf: string; readonly targetType: "CSL" | "FILL"; readonly target: number },
>({ asOf, targetType, target, ...rules }: T) {
  return { ...rules, asOf: serialOf(asOf), otherwise: { type: targetType, level: target } };
}

function serialOf(asOf: string): number {
  if (asOf.trim() === "") return Infinity;
  const serial = serialOfIsoText(asOf);
  if (serial === undefined) throw invalidInput("asOf", "must be a date such as 2026-03-31", asOf);
  return serial;
}

/** What came of the steps, in the order of the plan; what could not be proposed is told. */
export function proposals(
  plan: PolicyPlan,
  results: readonly StepResult<PolicyProposal>[],
): { readonly proposed: ProposedItem[]; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const proposed: ProposedItem[] = [];
  plan.items.forEach(({ task, lines: _lines, start: _start, ...item }, i) => {
    const result = results[i];
    const tell = (message: string) => {
      const told = `${item.item}${item.location === "" ? "" : ` at ${item.location}`}: ${message}`;
      issues.push({ table: demandTable.name, row: item.demandRow, column: "Item", message: told });
    };
    if ("problem" in result) return tell(result.problem);
    proposed.push({ ...item, proposal: result.value, unitCost: task.unitCost });
  });
  return { proposed, issues };
}

const written = [
  "NewROP",
  "NewSS",
  "NewLot",
  "NewMax",
  "CSL",
  "FILL",
  "FreeSS",
  "BoundCost",
  "DemandShare",
  "LeadTimeShare",
  "ReviewShare",
  "Mean",
  "Sigma",
  "LeadTime",
  "LeadTimeSd",
  "Basis",
  "RunId",
] as const;

function cellsOf({ item, location, proposal }: ProposedItem, runId: string): PolicyCells {
  return {
    Item: item,
    Location: location,
    NewROP: proposal.reorderPoint,
    NewSS: proposal.safetyStock,
    NewLot: proposal.lot,
    NewMax: proposal.max,
    CSL: proposal.cycleServiceLevel,
    FILL: proposal.fillRate,
    FreeSS: proposal.freeSafetyStock,
    BoundCost: proposal.boundCost,
    DemandShare: proposal.demandShare,
    LeadTimeShare: proposal.leadTimeShare,
    ReviewShare: proposal.reviewShare,
    Mean: proposal.meanADay,
    Sigma: proposal.sigma,
    LeadTime: proposal.leadTime,
    LeadTimeSd: proposal.leadTimeSd,
    Basis: proposal.basis,
    RunId: runId,
  };
}

function siteBounds(items: readonly ProposedItem[], autonomy: number): SiteBounds[] {
  const sites = new Map<string, { cost: number; cash: number; added: number }>();
  for (const { location, proposal, unitCost } of items) {
    const site = sites.get(location) ?? { cost: 0, cash: 0, added: 0 };
    const cash = (proposal.safetyStock - proposal.freeSafetyStock) * (unitCost ?? 0);
    sites.set(location, {
      cost: site.cost + (proposal.boundCost ?? 0),
      cash: site.cash + cash,
      added: site.added + Math.max(0, cash),
    });
  }
  return [...sites].map(([location, { cost, cash, added }]) => ({
    location,
    cost,
    cash,
    asks: added > autonomy,
  }));
}
