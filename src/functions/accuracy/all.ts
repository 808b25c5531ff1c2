import { accuracySummary } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { count, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { oneSeries } from "./pairs";

export const errorAll = defineFunction({
  name: "ERROR.ALL",
  family: "accuracy",
  summary: "Nine measures of one forecast, each with its name: for reports.",
  notes: [
    "MAE and RMSE in units per period; MAPE (periods with demand only), sMAPE (0 to 2), WAPE and Bias (+ = over-forecast) as fractions; TS in mean absolute deviations.",
    "MASE compares with the seasonal naive forecast within insample, mean |y(t) - y(t-season)|; RMSSE with the mean squared change from one period to the next. Without insample both are empty, as is any measure with a zero denominator.",
  ],
  args: {
    actual: oneSeries("Actual demand"),
    forecast: oneSeries("Forecast of the same periods"),
    insample: optional(
      oneSeries("Demand history before the forecast, for the scaled measures"),
      undefined,
      "MASE and RMSSE stay empty",
    ),
    season: optional(count("Periods in a season, for MASE", "periods"), 1),
  },
  returns: table("Measures", "see notes", ["measure", "value"]),
  source: [
    cite("hyndman-koehler-2006", "sections 2 and 3"),
    cite("makridakis-spiliotis-assimakopoulos-2022", "RMSSE"),
  ],
  examples: [
    {
      args: [[[100, 120, 0, 90]], [[110, 100, 10, 90]], [[80, 90, 110, 100]]],
      returns: [
        ["MAE", 10],
        ["RMSE", 12.2474487139159],
        ["MAPE", 0.0888888888888889],
        ["sMAPE", 0.569264069264069],
        ["WAPE", 0.129032258064516],
        ["Bias", 0],
        ["TS", 0],
        ["MASE", 0.75],
        ["RMSSE", 0.866025403784439],
      ],
      within: 1e-12,
      from: "errors 10, -20, 10, 0; sMAPE (20/210 + 40/220 + 2 + 0)/4; scales 40/3 and 600/3",
    },
  ],
  run: ({ insample, season, ...series }) => {
    const summary = accuracySummary(series.actual, series.forecast, insample, season);
    return [
      ["MAE", summary.mae],
      ["RMSE", summary.rmse],
      ["MAPE", summary.mape ?? ""],
      ["sMAPE", summary.smape],
      ["WAPE", summary.wape ?? ""],
      ["Bias", summary.bias ?? ""],
      ["TS", summary.trackingSignal ?? ""],
      ["MASE", summary.mase ?? ""],
      ["RMSSE", summary.rmsse ?? ""],
    ];
  },
});
