import { forecastPairs, trackingSignal } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { defineFunction, value } from "../define";
import { actual, forecast } from "./pairs";

export const errorTs = defineFunction({
  name: "ERROR.TS",
  family: "accuracy",
  summary:
    "Tracking signal: sum of errors over their mean absolute deviation; beyond 4 the forecast is biased.",
  notes: [
    "Error is forecast - actual, so a positive signal means too much was forecast; many textbooks use the other sign.",
  ],
  args: { actual, forecast },
  returns: value("Tracking signal", "mean absolute deviations"),
  source: cite("silver-pyke-thomas-2017", "section 3.7.1"),
  examples: [
    { args: [[[10, 10, 10, 10]], [[12, 13, 9, 12]]], returns: 3, from: "6 / (8 / 4)" },
    { args: [[[10, 10]], [[10, 10]]], returns: { error: "#DIV/0!" }, from: "no error at all" },
  ],
  run: (series) => trackingSignal(forecastPairs(series.actual, series.forecast)),
});
