import { naiveForecast } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { count, optional } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { demand, horizon } from "./smoothing-arguments";

export const forecastNaive = defineFunction({
  name: "FORECAST.NAIVE",
  family: "forecast",
  summary:
    "Naive forecast: the last observation, or with a season that of the same place in the last season.",
  notes: ["The yardstick for every other forecast."],
  args: { demand, h: horizon(1), season: optional(count("Periods in a season; 1 for none", "periods"), 1) },
  returns: valueSeries("Forecast", "units per period"),
  source: cite("hyndman-athanasopoulos-2021", "section 5.2"),
  examples: [
    { args: [[[3, 5, 4]], 2], returns: [[4, 4]], from: "the last observation" },
    {
      args: [[[1], [2], [3], [4], [5], [6]], 4, 3],
      returns: [[4], [5], [6], [4]],
      from: "the last season again",
    },
  ],
  run: ({ demand: history, h, season }) => naiveForecast(history, h, season),
});
