import { forecastPairs, weightedAbsolutePercentageError } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { optional, pairedSeries } from "../arguments";
import { defineFunction, value } from "../define";
import { actual, forecast } from "./pairs";

export const errorWape = defineFunction({
  name: "ERROR.WAPE",
  family: "accuracy",
  summary: "Weighted absolute percentage error: sum of absolute errors over sum of actual demand.",
  notes: ["Works with zeros. Weights, such as unit costs, weigh both sums."],
  args: {
    actual,
    forecast,
    weights: optional(
      pairedSeries("Weight of each period", { unit: "ratio", rule: { min: 0 } }),
      undefined,
      "equal weights",
    ),
  },
  returns: value("WAPE", "fraction"),
  source: cite("ascm-dictionary", "weighted absolute percentage error"),
  examples: [
    {
      args: [[[100, 120, 0, 90]], [[110, 100, 10, 90]]],
      returns: 0.129032258064516,
      within: 1e-12,
      from: "40 / 310; capabilities M1.3",
    },
    { args: [[[10, 20]], [[12, 19]], [[2, 1]]], returns: 0.125, from: "(2 x 2 + 1) / (2 x 10 + 20)" },
  ],
  run: (series) =>
    weightedAbsolutePercentageError(forecastPairs(series.actual, series.forecast, series.weights)),
});
