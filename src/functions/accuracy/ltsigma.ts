import { leadTimeErrorSigma } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { periods } from "../arguments";
import { defineFunction, table } from "../define";
import { shown } from "../shown";
import { actual, forecast } from "./pairs";

export const errorLtsigma = defineFunction({
  name: "ERROR.LTSIGMA",
  family: "accuracy",
  summary:
    "Standard deviation of forecast error over the lead time, measured on sums: what safety stock needs.",
  notes: [
    "Errors are summed over every run of lead-time periods (runs overlap) and the sample deviation (n - 1) of the sums is taken. It contains what sqrt(lead time) x the deviation of one period misses: errors that persist from period to period. Give it to a safety stock as sd with a lead time of 1.",
    "Where there are fewer than 8 runs it is the square-root rule after all, and a second row below holds 1 as a flag. Over a block, one item a row, only the deviation is returned.",
    "Use forecasts made a lead time ahead. A lead time between two whole numbers takes the variance in between. A run with a missing period is left out.",
  ],
  args: { actual, forecast, leadTime: periods("Lead time, in periods of the series") },
  vector: true,
  returns: table("Standard deviation over the lead time", "units", ["sigma"]),
  source: cite("silver-pyke-thomas-2017", "ch. 3, on errors over the lead time"),
  examples: [
    {
      args: [[[0, 0, 0, 0, 0, 0, 0, 0, 0]], [[1, 1, -1, -1, 1, 1, -1, -1, 1]], 2],
      returns: 1.51185789203691,
      within: 1e-12,
      from: "sums 2, 0, -2, 0, 2, 0, -2, 0: mean 0, sqrt(16 / 7)",
    },
    {
      args: [[[10, 10, 10]], [[11, 9, 10]], 4],
      returns: [[2], [1]],
      from: "too short: 2 x sample deviation of 1, -1, 0, flagged",
    },
  ],
  run: (series) => {
    const { sigma, squareRootRule } = leadTimeErrorSigma(series.actual, series.forecast, series.leadTime);
    return squareRootRule ? [[sigma], [1]] : [[sigma]];
  },
  explain: (series) => {
    const { sigma, windows, squareRootRule } = leadTimeErrorSigma(
      series.actual,
      series.forecast,
      series.leadTime,
    );
    const formula = squareRootRule
      ? `sqrt(${shown(series.leadTime)}) x deviation of one period, for want of 8 runs`
      : `sample deviation of ${windows} sums`;
    return [
      { label: "Runs of lead-time length", formula: "consecutive periods, overlapping", result: windows },
      { label: "Standard deviation over the lead time", formula, result: sigma },
    ];
  },
});
