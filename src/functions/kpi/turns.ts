import { mean } from "simple-statistics";
import { inventoryTurns } from "../../engine/kpi";
import { cite } from "../../engine/sources";
import { money, number, numbers, optional } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const turns = defineFunction({
  name: "TURNS",
  family: "kpi",
  summary: "Inventory turns: yearly cost of goods sold over mean stock at cost.",
  notes: [
    "The mean is of all balances given: 13 month-ends for a year. Both at cost, never cost against sales price.",
  ],
  args: {
    cogs: money("Cost of goods sold in the periods", {}),
    balances: numbers("Stock balances at cost", "money"),
    periods: optional(number("Months that cogs covers", "months", { above: 0 }), 12),
  },
  returns: value("Turns", "per year"),
  source: cite("ascm-dictionary", "inventory turnover"),
  examples: [
    { args: [1200, [[300]]], returns: 4, from: "1,200 / 300" },
    { args: [300, [[250, 350]], 3], returns: 4, from: "300 x 12 / 3 over a mean of 300" },
    { args: [1200, [[0]]], returns: { error: "#DIV/0!" }, from: "no stock" },
  ],
  run: ({ cogs, balances, periods }) => inventoryTurns(cogs, balances, periods),
  explain: ({ cogs, balances, periods }) => [
    { label: "Mean balance", formula: `mean of ${balances.length} balances`, result: mean([...balances]) },
    {
      label: "Cost of goods sold a year",
      formula: `${shown(cogs)} x 12 / ${shown(periods)}`,
      result: (cogs * 12) / periods,
    },
    {
      label: "Turns",
      formula: "cost of goods sold / mean balance",
      result: inventoryTurns(cogs, balances, periods),
    },
  ],
});
