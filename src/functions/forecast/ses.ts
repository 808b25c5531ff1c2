import { fitSmoothing, type SmoothingWeights } from "../../engine/forecast";
import type { Series } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { defineFunction, valueSeries } from "../define";
import { demand, horizon, smoothingSteps, weight } from "./smoothing-arguments";

export const forecastSes = defineFunction({
  name: "FORECAST.SES",
  family: "forecast",
  summary: "Simple exponential smoothing: a level without trend or season, flat over the horizon.",
  notes: [
    "The level starts at the first observation. Without alpha it is fitted on the squared one-step errors, in (0, 1). A missing observation leaves the level as it is.",
  ],
  args: { demand, h: horizon(1), alpha: weight("level") },
  returns: valueSeries("Forecast", "units per period"),
  source: cite("hyndman-athanasopoulos-2021", "section 8.1"),
  examples: [
    {
      args: [[[10, 12, 11]], 2, 0.5],
      returns: [[11, 11]],
      from: "10; 0.5 x 12 + 0.5 x 10 = 11; 0.5 x 11 + 0.5 x 11",
    },
    { args: [[[10, null, 14]], 1, 0.25], returns: 11, from: "10; 10 kept; 0.25 x 14 + 0.75 x 10" },
  ],
  run: ({ demand: history, h, alpha }) => fit(history, { alpha }).forecast(h),
  explain: ({ demand: history, alpha }) => smoothingSteps(fit(history, { alpha }), ["alpha"]),
});

function fit(history: Series, weights: SmoothingWeights) {
  return fitSmoothing(history, { trend: false, season: "N", seasonLength: 1, phi: 1 }, weights);
}
