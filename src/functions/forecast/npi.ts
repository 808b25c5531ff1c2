import { analogueForecast } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { number, numbers, optional } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { matrix } from "../matrix-arguments";
import { horizon } from "./smoothing-arguments";

export const forecastNpi = defineFunction({
  name: "FORECAST.NPI",
  family: "forecast",
  summary: "Forecast of a new product from the launches of similar ones, scaled and ramped up.",
  notes: [
    "Analogues stand in columns (a single row or column is one analogue), each from its launch on: blanks above the first number are before launch and drop out, so launches of different dates line up. Each period is the mean of the analogues that have a number there; where none has, the answer is an error, never a guess.",
    "ramp is the share of outlets or customers that each period reaches, such as 20%, 50%, 80%: full from its end on. A lone number as analogue is a steady rate per period.",
    "An analogue of another pack size: multiply with scale (old pack size / new).",
  ],
  args: {
    analog: matrix("Sales of similar products since launch, one a column", {
      unit: "units per period",
      rule: { min: 0 },
    }),
    scale: optional(number("Units of the new product for one of the analogues", "ratio", { min: 0 }), 1),
    h: horizon(12),
    ramp: optional(
      numbers("Share of full sales in each period of the roll-out", "fraction", {
        min: 0,
        max: 1,
        hint: "write 0.2 or 20%",
      }),
      undefined,
      "full at once",
    ),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: cite("gilliland-2010", "ch. 6, structured analogy"),
  examples: [
    {
      args: [
        [
          [10, null],
          [20, 14],
          [30, 22],
          [null, 38],
        ],
        0.5,
        3,
      ],
      returns: [[6], [10.5], [17]],
      from: "launches lined up: means 12, 21 and 34, halved",
    },
    {
      args: [[[100, 100, 100, 100]], 1.2, 4, [[0.25, 0.5]]],
      returns: [[30, 60, 120, 120]],
      from: "120 at a quarter, at half, then in full",
    },
    { args: [50, 1, 3, [[0.2], [0.6]]], returns: [[10], [30], [50]], from: "a steady rate, ramped up" },
    {
      args: [[[10], [20]]],
      returns: { error: "#N/A", message: "analog must hold a number for each of the 12 periods of h, got 2" },
      from: "two periods known, twelve asked for",
    },
  ],
  run: ({ analog, scale, h, ramp }) => {
    const across = analog.length === 1 && analog[0].length > 1;
    const analogues = across ? analog : analog[0].map((_, product) => analog.map((row) => row[product]));
    const forecast = analogueForecast({ analogues, scale, h, ramp });
    return across ? [forecast] : forecast;
  },
});
