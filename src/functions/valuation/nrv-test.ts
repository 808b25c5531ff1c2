import { accountingStandards, lowerOfCostAndNrv } from "../../engine/valuation";
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
    "Where the standards differ: IAS2 takes back what is no longer needed of the earlier write-down, ASC330 does not, as a write-down is a new cost there. cost is the cost before any write-down under both.",
  ],
  args: {
    cost: money("Cost per unit"),
    nrv: money("Net realisable value per unit", {}),
    qty: quantity("Units held"),
    priorWritedown: optional(money("Earlier write-down of these units that still stands"), 0),
    standard: optional(choice("Standard that is followed", accountingStandards), "IAS2"),
  },
  vector: true,
  returns: row("Test", "money", ["write-down", "reversal", "carrying amount"]),
  source: [cite("ias-2", "paragraphs 9, 29 and 33"), cite("asc-330", "330-10-35-1B and 35-14")],
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
  ],
  run: ({ cost, nrv, qty, priorWritedown, standard }) => {
    const { writeDown, reversal, carrying } = lowerOfCostAndNrv(cost, nrv, qty, priorWritedown, standard);
    return [writeDown, reversal, carrying];
  },
  explain: ({ cost, nrv, qty, priorWritedown, standard }) => {
    const { writeDown, reversal, carrying } = lowerOfCostAndNrv(cost, nrv, qty, priorWritedown, standard);
    return [
      {
        label: "Write-down needed",
        formula: `max(0, ${shown(cost)} - ${shown(Math.max(0, nrv))}) x ${shown(qty)}`,
        result: Math.max(0, cost - Math.max(0, nrv)) * qty,
      },
      { label: "To expense now", formula: `needed - ${shown(priorWritedown)} if above 0`, result: writeDown },
      {
        label: "To reverse now",
        formula:
          standard === "ASC330" ? "none under ASC 330" : `${shown(priorWritedown)} - needed if above 0`,
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
