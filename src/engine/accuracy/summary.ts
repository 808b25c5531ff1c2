import { PlanningError } from "../errors";
import type { Series } from "../demand";
import {
  forecastPairs,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  relativeBias,
  rootMeanSquaredError,
  symmetricPercentageError,
  trackingSignal,
  weightedAbsolutePercentageError,
} from "./errors-of-forecast";
import { meanAbsoluteScaledError, rootMeanSquaredScaledError } from "./scaled-errors";

/** Every measure of one forecast; undefined where the data cannot give it (a zero denominator, no history to scale by). */
export interface AccuracySummary {
  readonly mae: number;
  readonly rmse: number;
  readonly mape?: number;
  readonly smape: number;
  readonly wape?: number;
  readonly bias?: number;
  readonly trackingSignal?: number;
  readonly mase?: number;
  readonly rmsse?: number;
}

/** @param history periods before the forecast, for the scaled measures */
export function accuracySummary(
  actual: Series,
  forecast: Series,
  history: Series | undefined,
  season: number,
): AccuracySummary {
  const pairs = forecastPairs(actual, forecast);
  return {
    mae: meanAbsoluteError(pairs),
    rmse: rootMeanSquaredError(pairs),
    mape: ifDefined(() => meanAbsolutePercentageError(pairs)),
    smape: symmetricPercentageError(pairs),
    wape: ifDefined(() => weightedAbsolutePercentageError(pairs)),
    bias: ifDefined(() => relativeBias(pairs)),
    trackingSignal: ifDefined(() => trackingSignal(pairs)),
    mase: history && ifDefined(() => meanAbsoluteScaledError(pairs, history, season)),
    rmsse: history && ifDefined(() => rootMeanSquaredScaledError(pairs, history)),
  };
}

function ifDefined(measure: () => number): number | undefined {
  try {
    return measure();
  } catch (thrown) {
    if (thrown instanceof PlanningError && thrown.kind !== "invalid-input") return undefined;
    throw thrown;
  }
}
