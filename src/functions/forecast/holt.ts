import { fitSmoothing, type SmoothingWeights } from "../../engine/forecast";
import type { Series } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { defineFunction, valueSeries } from "../define";
import { demand, horizon, phi, smoothingSteps, weight } from "./smoothing-arguments";

export const forecastHolt = defineFunction({
  name: "FORECAST.HOLT",
  family: "forecast",
  summary: "Holt's linear trend, damped where phi is below 1.",
  notes: [
    "Starts with the first observation as level and the second less the first as trend. Weights that are not given are fitted on the squared one-step errors. beta weighs the change of level against the old trend (beta* in Hyndman's notation).",
  ],
  args: { demand, h: horizon(12), alpha: weight("level"), beta: weight("trend"), phi },
  returns: valueSeries("Forecast", "units per period"),
  source: cite("hyndman-athanasopoulos-2021", "section 8.2"),
  examples: [
    {
      args: [[[10, 12, 15]], 2, 0.5, 0.5],
      returns: [[16.75, 19]],
      from: "level 12, trend 2; then 0.5 x 15 + 0.5 x 14 = 14.5, 0.5 x 2.5 + 0.5 x 2 = 2.25",
    },
    { args: [[[10, 12, 14, 16]], 3, 0.3, 0.2], returns: [[18, 20, 22]], from: "a straight line goes on" },
  ],
  run: ({ demand: history, h, alpha, beta, phi: damping }) =>
    fit(history, damping, { alpha, beta }).forecast(h),
  explain: ({ demand: history, alpha, beta, phi: damping }) =>
    smoothingSteps(fit(history, damping, { alpha, beta }), ["alpha", "beta"]),
});

function fit(history: Series, damping: number, weights: SmoothingWeights) {
  return fitSmoothing(history, { trend: true, season: "N", seasonLength: 1, phi: damping }, weights);
}
