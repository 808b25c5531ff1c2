import { forecastPairs, meanError, relativeBias } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { choice, optional } from "../arguments";
import { defineFunction, value } from "../define";
import { actual, forecast } from "./pairs";

export const errorBias = defineFunction({
  name: "ERROR.BIAS",
  family: "accuracy",
  summary: "Bias of a forecast: positive means too much was forecast.",
  notes: [
    "Error is forecast - actual. % is the sum of errors over the sum of actual demand, U the mean error in units per period.",
  ],
  args: {
    actual,
    forecast,
    unit: optional(choice("% of demand, or U for units per period", ["%", "U"]), "%"),
  },
  returns: value("Bias", "fraction or units per period"),
  source: cite("hyndman-koehler-2006", "section 2"),
  examples: [
    {
      args: [[[100, 120, 0, 90]], [[110, 100, 10, 90]]],
      returns: 0,
      from: "10 - 20 + 10 + 0; capabilities M1.3",
    },
    { args: [[[10, 20]], [[12, 24]]], returns: 0.2, from: "6 / 30" },
    { args: [[[10, 20]], [[12, 24]], "U"], returns: 3, from: "6 / 2" },
  ],
  run: ({ unit, ...series }) => {
    const pairs = forecastPairs(series.actual, series.forecast);
    return unit === "%" ? relativeBias(pairs) : meanError(pairs);
  },
});
