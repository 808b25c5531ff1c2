import { PlanningError } from "../../engine/errors";
import { movingAverageForecast } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { count, numbers, optional } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { demand, horizon } from "./smoothing-arguments";

export const forecastMa = defineFunction({
  name: "FORECAST.MA",
  family: "forecast",
  summary: "Moving average of the last n observations, plain or weighted, flat over the horizon.",
  notes: ["Weights run oldest to newest and are scaled to sum to 1. Missing observations are left out."],
  args: {
    demand,
    n: optional(count("Observations to average", "periods"), 3),
    h: horizon(1),
    weights: optional(
      numbers("Weights, oldest to newest, n of them", "ratio", { min: 0 }),
      undefined,
      "equal weights",
    ),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: cite("silver-pyke-thomas-2017", "section 3.4.1"),
  examples: [
    { args: [[[3, 5, 4, 9]]], returns: 6, from: "(5 + 4 + 9) / 3" },
    { args: [[[3, 5, 4, 9]], 3, 2, [[1, 1, 2]]], returns: [[6.75, 6.75]], from: "(5 + 4 + 18) / 4" },
  ],
  run: ({ demand: history, n, h, weights }) => {
    if (weights !== undefined && (weights.length !== n || !weights.some((weight) => weight > 0))) {
      const message = `weights must be n = ${n} numbers, one of them above 0, got ${weights.length}`;
      throw new PlanningError("invalid-input", "weights", message);
    }
    return movingAverageForecast(history, n, h, weights);
  },
});
