import { empiricalSafetyStock } from "../../engine/safety-stock";
import { insufficientData } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { count, number, numbers, optional, probability } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const safetystockEmpirical = defineFunction({
  name: "SAFETYSTOCK.EMPIRICAL",
  family: "safety-stock",
  summary:
    "Safety stock from the forecast errors and lead times that really happened, for a cycle service level.",
  notes: [
    "20,000 lead times are drawn from leadTimes (or leadTime is taken as it is), and an error for each of their periods; the safety stock is the csl quantile of the summed shortfall, never below 0. The same seed gives the same answer; its Monte-Carlo error is about 1 % of the spread.",
    "Errors are forecast less actual, as everywhere: a negative error is demand above forecast. They are drawn independently of one another: where they follow one another, use ERROR.LTSIGMA and SAFETYSTOCK.",
  ],
  args: {
    errors: numbers("Past forecast errors: forecast less actual", "units per period"),
    leadTime: number("Lead time; not used where leadTimes are given", "periods", { min: 0, max: 1000 }),
    csl: probability("Cycle service level: chance of no stockout in a cycle"),
    leadTimes: optional(
      numbers("Past lead times, one is drawn for each cycle", "periods", { min: 0, max: 1000 }),
      undefined,
      "leadTime always",
    ),
    seed: optional(count("Seed of the drawing", "a whole number", { min: 0, max: 2_147_483_647 }), 1),
  },
  returns: value("Safety stock", "units"),
  source: cite("bookbinder-lordahl-1989", "section 2"),
  examples: [
    {
      args: [[[-10, -10, -10, -10]], 3, 0.9],
      returns: 30,
      from: "demand 10 above forecast in each of 3 periods",
    },
    { args: [[[5, 5, 5]], 2, 0.95], returns: 0, from: "never short" },
    {
      args: [[[-10, -10, -10]], 1, 0.7, [[1, 3]]],
      returns: 30,
      from: "half of the cycles last 3 periods: their 70 % quantile is 30",
    },
    {
      args: [[[1, 2]], 1, 0.9],
      returns: { error: "#N/A", message: "errors must hold at least 3 errors, got 2" },
      from: "two errors say nothing of a spread",
    },
  ],
  run: ({ errors, leadTime, csl, leadTimes, seed }) => {
    if (leadTimes?.length === 0) throw insufficientData("leadTimes", "must hold at least one lead time", 0);
    return empiricalSafetyStock({ errors, leadTimes: leadTimes ?? [leadTime], cycleServiceLevel: csl, seed });
  },
  explain: ({ errors, leadTime, csl, leadTimes, seed }) => {
    const times = leadTimes ?? [leadTime];
    const mean = (list: readonly number[]) => list.reduce((sum, entry) => sum + entry, 0) / list.length;
    return [
      { label: "Mean error (+ is over-forecast)", formula: `${errors.length} errors`, result: mean(errors) },
      { label: "Mean lead time", formula: `${times.length} lead times`, result: mean(times) },
      {
        label: "Safety stock",
        formula: `quantile ${shown(csl)} of 20,000 summed shortfalls, seed ${shown(seed)}`,
        result: empiricalSafetyStock({ errors, leadTimes: times, cycleServiceLevel: csl, seed }),
      },
    ];
  },
});
