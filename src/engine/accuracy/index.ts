export {
  forecastPairs,
  meanAbsolutePercentageError,
  meanError,
  relativeBias,
  trackingSignal,
  weightedAbsolutePercentageError,
  type ForecastPairs,
} from "./errors-of-forecast";
