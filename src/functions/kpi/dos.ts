import { daysOfSupply } from "../../engine/kpi";
import { cite } from "../../engine/sources";
import { money, number, optional } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const dos = defineFunction({
  name: "DOS",
  family: "kpi",
  summary: "Days of supply looking back: stock over cost of goods sold per day.",
  notes: ["Looks back. For stock against forecast the future counts, not the past."],
  args: {
    balance: money("Stock at cost", {}),
    cogs: money("Cost of goods sold in the days", {}),
    days: optional(number("Days that cogs covers", "days", { above: 0 }), 365),
  },
  vector: true,
  returns: value("Days of supply", "days"),
  source: cite("scor-12", "AM.1.2"),
  examples: [
    { args: [300, 1200], returns: 91.25, from: "300 / 1,200 x 365" },
    { args: [300, 0], returns: { error: "#DIV/0!" }, from: "nothing was sold" },
  ],
  run: ({ balance, cogs, days }) => daysOfSupply(balance, cogs, days),
  explain: ({ balance, cogs, days }) => [
    {
      label: "Days of supply",
      formula: `${shown(balance)} / ${shown(cogs)} x ${shown(days)}`,
      result: daysOfSupply(balance, cogs, days),
    },
  ],
});
