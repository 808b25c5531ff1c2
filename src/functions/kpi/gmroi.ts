import { mean } from "simple-statistics";
import { grossMarginReturn } from "../../engine/kpi";
import { cite } from "../../engine/sources";
import { money, numbers } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const gmroi = defineFunction({
  name: "GMROI",
  family: "kpi",
  summary: "Gross margin return on inventory investment: margin over mean stock at cost.",
  notes: ["Margin and balances of the same 12 months. It ranks by margin: read it beside turns."],
  args: {
    margin: money("Gross margin of 12 months", {}),
    balances: numbers("Stock balances at cost", "money"),
  },
  returns: value("GMROI", "ratio"),
  source: cite("ascm-dictionary", "gross margin return on inventory"),
  examples: [{ args: [600, [[250, 350]]], returns: 2, from: "600 / 300" }],
  run: ({ margin, balances }) => grossMarginReturn(margin, balances),
  explain: ({ margin, balances }) => [
    { label: "Mean balance", formula: `mean of ${balances.length} balances`, result: mean([...balances]) },
    {
      label: "GMROI",
      formula: `${shown(margin)} / mean balance`,
      result: grossMarginReturn(margin, balances),
    },
  ],
});
