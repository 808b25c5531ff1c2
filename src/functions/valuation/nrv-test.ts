import { accountingStandards, lowerOfCostAndNrv, marketValue } from "../../engine/valuation";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, money, optional, quantity } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";

export const nrvTest = defineFunction({
  name: "NRV.TEST",
  family: "valuation",
  summary: "Lower of cost and net realisable value, item by item: write-down, reversal, carrying amount.",
  notes: [
    "One row an item: gains on one item never offset losses on another. A reversal is at most the earlier write-down.",
    "Where the standards differ: IAS2 takes back what is no longer needed of the earlier write-down; ASC330 does not, as a write-down is a new cost there; LCM is ASC 330 for stock costed by LIFO or the retail method, lower of cost or market: replacement cost, at most net realisable value, at least that less the normal margin. cost is the cost before any write-down under all three.",
  ],
  args: {
    cost: money("Cost per unit"),
    nrv: money("Net realisable value per unit", {}),
    qty: quantity("Units held"),
    priorWritedown: optional(money("Earlier write-down of these units that still stands"), 0),
    standard: optional(choice("Standard that is followed", accountingStandards), "IAS2"),
    replacement: optional(money("Replacement cost per unit"), undefined, "needed with LCM"),
    margin: optional(money("Normal margin per unit, with LCM"), 0),
  },
  vector: true,
  returns: row("Test", "money", ["write-down", "reversal", "carrying amount"]),
  source: [
    cite("ias-2", "paragraphs 9, 29 and 33"),
    cite("asc-330", "330-10-35-1B, 330-10-35-1C and 330-10-35-14"),
  ],
  examples: [
    { args: [20, 19, 1], returns: [[1, 0, 19]], from: "20 - 19" },
    {
      args: [20, 25, 10, 15],
      returns: [[0, 15, 200]],
      from: "recovered: the whole earlier 15 comes back, no more",
    },
    { args: [20, 18, 10, 30], returns: [[0, 10, 180]], from: "20 needed, 30 booked" },
    {
      args: [20, 18, 10, 30, "ASC330"],
      returns: [[0, 0, 170]],
      from: "no reversal: the new cost of 170 stands",
    },
    {
      args: [20, 19, 10, 0, "LCM", 14, 3],
      returns: [[40, 0, 160]],
      from: "replacement 14 is below the floor of 19 - 3: market is 16",
    },
  ],
  run: (args) => {
    const { writeDown, reversal, carrying } = test(args);
    return [writeDown, reversal, carrying];
  },
  explain: (args) => {
    const { cost, qty, priorWritedown, standard } = args;
    const { writeDown, reversal, carrying } = test(args);
    const limit = Math.max(0, limitOf(args));
    return [
      {
        label: standard === "LCM" ? "Market" : "Net realisable value",
        formula: "at least 0",
        result: limit,
      },
      {
        label: "Write-down needed",
        formula: `max(0, ${shown(cost)} - ${shown(limit)}) x ${shown(qty)}`,
        result: Math.max(0, cost - limit) * qty,
      },
      { label: "To expense now", formula: `needed - ${shown(priorWritedown)} if above 0`, result: writeDown },
      {
        label: "To reverse now",
        formula: standard === "IAS2" ? `${shown(priorWritedown)} - needed if above 0` : "none under ASC 330",
        result: reversal,
      },
      {
        label: "Carrying amount",
        formula: `${shown(cost)} x ${shown(qty)} - write-down that stands`,
        result: carrying,
      },
    ];
  },
});

interface Parsed {
  readonly cost: number;
  readonly nrv: number;
  readonly qty: number;
  readonly priorWritedown: number;
  readonly standard: (typeof accountingStandards)[number];
  readonly replacement: number | undefined;
  readonly margin: number;
}

const test = (args: Parsed) =>
  lowerOfCostAndNrv(args.cost, limitOf(args), args.qty, args.priorWritedown, args.standard);

/** What cost is compared with, per unit. */
function limitOf({ nrv, standard, replacement, margin }: Parsed): number {
  if (standard !== "LCM") return nrv;
  if (replacement === undefined) throw invalidInput("replacement", "must be given with LCM", null);
  return marketValue(replacement, nrv, margin);
}
