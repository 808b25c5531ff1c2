import { insufficientData, invalidInput } from "../errors";
import type { Series } from "../demand";
import {
  meanAbsoluteError,
  rootMeanSquaredError,
  zeroDenominator,
  type ForecastPairs,
} from "./errors-of-forecast";

/**
 * Mean absolute scaled error: the mean absolute error over that of the seasonal naive forecast within the history,
 * mean |y_t - y_(t-m)|. Below 1 it beats what anyone could have had for nothing.
 * Source: Hyndman and Koehler (2006), section 3, with the seasonal scale of the M4 competition.
 */
export function meanAbsoluteScaledError(pairs: ForecastPairs, history: Series, season: number): number {
  return meanAbsoluteError(pairs) / naiveAbsoluteError(history, season);
}

/**
 * Root mean squared scaled error: the scale is the mean squared change from one period to the next.
 * Source: Makridakis, Spiliotis and Assimakopoulos (2022), on RMSSE.
 */
export function rootMeanSquaredScaledError(pairs: ForecastPairs, history: Series): number {
  const changes = lagDifferences(history, 1);
  const scale = changes.reduce((total, change) => total + change * change, 0) / changes.length;
  if (scale === 0) throw zeroDenominator("the mean squared change of insample", "insample");
  return rootMeanSquaredError(pairs) / Math.sqrt(scale);
}

/** Mean absolute error of the seasonal naive forecast within the history; not 0. */
export function naiveAbsoluteError(history: Series, season: number): number {
  const changes = lagDifferences(history, season);
  const scale = changes.reduce((total, change) => total + Math.abs(change), 0) / changes.length;
  if (scale === 0) throw zeroDenominator("the mean absolute change of insample", "insample");
  return scale;
}

/** y_t - y_(t-lag) where both are there. */
function lagDifferences(history: Series, lag: number): number[] {
  if (!Number.isInteger(lag) || lag < 1)
    throw invalidInput("season", "must be a whole number, at least 1", lag);
  const differences = history
    .slice(lag)
    .map((value, t) => value - history[t])
    .filter((difference) => !Number.isNaN(difference));
  if (differences.length === 0) {
    throw insufficientData("insample", `must hold two periods that lie ${lag} apart`, history.length);
  }
  return differences;
}
