import { forecastPairs, meanAbsolutePercentageError } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { defineFunction, value } from "../define";
import { actual, forecast } from "./pairs";

export const errorMape = defineFunction({
  name: "ERROR.MAPE",
  family: "accuracy",
  summary: "Mean absolute percentage error over the periods with demand.",
  notes: [
    "Periods without demand are left out, so it says little about slow movers: prefer ERROR.WAPE there.",
  ],
  args: { actual, forecast },
  returns: value("MAPE", "fraction"),
  source: cite("hyndman-koehler-2006", "section 2.2"),
  examples: [
    {
      args: [[[100, 120, 0, 90]], [[110, 100, 10, 90]]],
      returns: 0.0888888888888889,
      within: 1e-12,
      from: "(10/100 + 20/120 + 0) / 3; capabilities M1.3",
    },
    { args: [[[0, 0]], [[1, 2]]], returns: { error: "#DIV/0!" }, from: "no demand" },
  ],
  run: (series) => meanAbsolutePercentageError(forecastPairs(series.actual, series.forecast)),
});
