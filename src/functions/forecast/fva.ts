import { forecastValueAdded } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { defineFunction, table } from "../define";
import { oneSeries } from "../accuracy/pairs";

export const forecastFva = defineFunction({
  name: "FORECAST.FVA",
  family: "forecast",
  summary: "Forecast value added: what the model gains on the naive forecast, and the planners on the model.",
  notes: [
    "Rows are naive, statistical, final. FVA is the WAPE of the row above less the row's own, so above 0 the step helped; the first row has none. Bias is + for over-forecast.",
    "All rows use the periods in which all four series have a number; n is how many.",
  ],
  args: {
    actual: oneSeries("Actual demand"),
    naive: oneSeries("Naive forecast of the same periods, such as the value before"),
    statistical: oneSeries("Forecast of the model"),
    final: oneSeries("Forecast as released"),
  },
  returns: table("Value added", "fractions", ["WAPE", "bias", "FVA", "n"]),
  source: cite("gilliland-2010", "ch. 4"),
  examples: [
    {
      args: [[[100, 120, 80, 100]], [[90, 100, 120, 80]], [[105, 110, 90, 100]], [[100, 115, 95, 110]]],
      returns: [
        [0.225, -0.025, "", 4],
        [0.0625, 0.0125, 0.1625, 4],
        [0.075, 0.05, -0.0125, 4],
      ],
      within: 1e-12,
      from: "90, 25 and 30 units wrong of 400; sums of errors -10, 5 and 20",
    },
  ],
  run: ({ actual, ...stages }) =>
    forecastValueAdded(actual, stages).map(({ wape, bias, valueAdded, n }) => [
      wape,
      bias,
      valueAdded ?? "",
      n,
    ]),
});
