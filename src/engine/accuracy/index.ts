export { forecastDrift, type Drift, type DriftFigures } from "./drift";
export {
  forecastPairs,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanError,
  relativeBias,
  rootMeanSquaredError,
  symmetricPercentageError,
  trackingSignal,
  weightedAbsolutePercentageError,
  type ForecastPairs,
} from "./errors-of-forecast";
export {
  intervalCoverage,
  meanScaledIntervalScore,
  pinballLoss,
  type IntervalForecasts,
} from "./interval-scores";
export { leadTimeErrorSigma, type LeadTimeSigma } from "./lead-time-error";
export { meanAbsoluteScaledError, naiveAbsoluteError, rootMeanSquaredScaledError } from "./scaled-errors";
export { accuracySummary, type AccuracySummary } from "./summary";
export { forecastValueAdded, type ForecastStages, type StageValue } from "./value-added";
