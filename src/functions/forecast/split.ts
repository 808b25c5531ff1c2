import { splitTotal } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { flag, number, optional, pairedSeries } from "../arguments";
import { defineFunction, valueList } from "../define";
import { orBlank } from "../or-blank";

export const forecastSplit = defineFunction({
  name: "FORECAST.SPLIT",
  family: "forecast",
  summary: "Splits a total over cells by weight, locked cells kept; the parts sum to the total exactly.",
  notes: [
    "Without rounding the parts add up to the last bit (with locks, all but the last bit at worst). Whole units are shared out by largest remainder, ties to the earlier cell. Where all free weights are 0, free cells share equally. A cell with a blank weight takes no part and stays empty.",
    "Locked amounts that exceed the total, or fail to reach it with no cell free, are an error.",
    "Over a block of weights each row is one split; total is then one value or one a row.",
  ],
  args: {
    total: number("Amount to split", "units"),
    weights: pairedSeries("Weight of each cell, such as its statistical forecast", {
      unit: "any",
      rule: { min: 0 },
    }),
    locked: optional(
      pairedSeries("Amounts that are settled, blank where free", { unit: "units" }),
      undefined,
      "nothing locked",
    ),
    round: optional(flag("TRUE for whole units"), false),
  },
  vector: true,
  returns: valueList("Parts", "units"),
  source: cite("balinski-young-2001", "ch. 3, Hamilton's method"),
  examples: [
    { args: [100, [[1, 2, 1]]], returns: [[25, 50, 25]], from: "quarters" },
    {
      args: [10, [[1], [1], [1]], null, true],
      returns: [[4], [3], [3]],
      from: "equal remainders: the first",
    },
    { args: [100, [[1, 1, 2]], [[40, null, null]]], returns: [[40, 20, 40]], from: "60 left, 1 to 2" },
    { args: [9, [[0, 0, null, 0]]], returns: [[3, 3, "", 3]], from: "equal split, the blank takes no part" },
    {
      args: [50, [[1, 1]], [[60, null]]],
      returns: {
        error: "#N/A",
        message: "locked must not sum to more than the total (50) where cells are free, got 60",
      },
      from: "infeasible lock",
    },
  ],
  run: (request) => splitTotal(request).map(orBlank),
});
