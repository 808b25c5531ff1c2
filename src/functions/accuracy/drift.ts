import { forecastDrift, forecastPairs } from "../../engine/accuracy";
import { cite } from "../../engine/sources";
import { count, number, optional } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";
import { actual, forecast } from "./pairs";

export const errorDrift = defineFunction({
  name: "ERROR.DRIFT",
  family: "accuracy",
  summary:
    "Should the forecast be recalibrated? OK, BIAS (leans one way), ERROR (misses by more than before) or BOTH.",
  notes: [
    "BIAS: over the last window the sum of errors is beyond limit mean absolute deviations, either way (the tracking signal). The signal cannot exceed the number of periods, so limit must be below window.",
    "ERROR: the mean absolute error of the window is more than limit standard errors above that of all earlier periods; the standard error is 0.756 x earlier mean absolute error x sqrt(1 / window + 1 / earlier periods). With fewer than 2 earlier periods only bias is judged.",
  ],
  args: {
    actual,
    forecast,
    window: optional(count("How many of the latest periods are judged", "periods", { min: 2 }), 6),
    limit: optional(number("How far is too far", "mean absolute deviations", { above: 0 }), 4),
  },
  vector: true,
  returns: value("Drift", "OK, BIAS, ERROR or BOTH"),
  source: cite("silver-pyke-thomas-2017", "section 3.7.1"),
  examples: [
    {
      args: [[[10, 10, 10, 10, 10, 10]], [[12, 13, 12, 11, 12, 12]]],
      returns: "BIAS",
      from: "12 over a mean of 2: signal 6",
    },
    {
      args: [[[10, 10, 10, 10, 10, 10, 10, 10]], [[11, 9, 11, 9, 15, 5, 15, 5]], 4, 3],
      returns: "ERROR",
      from: "5 against 1 + 3 x 0.756 x sqrt(1/4 + 1/4) = 2.60; the errors cancel",
    },
    {
      args: [[[10, 10, 10, 10]], [[11, 9, 11, 9]], 4, 3],
      returns: "OK",
      from: "the errors cancel, nothing earlier to compare with",
    },
    { args: [[[10, 10]], [[11, 9]]], returns: { error: "#N/A" }, from: "fewer periods than the window" },
  ],
  run: ({ window, limit, ...series }) =>
    forecastDrift(forecastPairs(series.actual, series.forecast), window, limit).drift,
  explain: ({ window, limit, ...series }) => {
    const figures = forecastDrift(forecastPairs(series.actual, series.forecast), window, limit);
    const { drift, trackingSignal, recentError, earlierError, errorLimit } = figures;
    return [
      {
        label: "Tracking signal of the window",
        formula: `sum of the last ${window} errors / ${shown(recentError)}`,
        result: trackingSignal,
      },
      { label: "Mean absolute error of the window", formula: `over ${window} periods`, result: recentError },
      {
        label: "Most it may be",
        formula:
          earlierError === undefined
            ? "fewer than 2 earlier periods: not judged"
            : `${shown(earlierError)} before, plus ${shown(limit)} standard errors`,
        result: errorLimit ?? "",
      },
      { label: "Drift", formula: `signal beyond ${shown(limit)}; error beyond its limit`, result: drift },
    ];
  },
});
