import { insufficientData } from "../errors";
import { sum, type ForecastPairs } from "./errors-of-forecast";

export type Drift = "OK" | "BIAS" | "ERROR" | "BOTH";

export interface DriftFigures {
  readonly drift: Drift;
  /** Sum of the window's errors over their mean absolute deviation; 0 where there was no error. */
  readonly trackingSignal: number;
  /** Mean absolute error of the window and of the periods before it; the latter is missing with fewer than two. */
  readonly recentError: number;
  readonly earlierError?: number;
  /** What the recent error may not exceed. */
  readonly errorLimit?: number;
}

/** Standard deviation over mean of |e| for normal errors: sqrt(pi/2 - 1). */
const absoluteErrorVariation = Math.sqrt(Math.PI / 2 - 1);

/**
 * Has the forecast drifted in its last periods, so that it should be recalibrated?
 * BIAS: the tracking signal of the window is beyond the limit, either way. ERROR: its mean absolute error is more than `limit`
 * standard errors above that of all earlier periods. The standard error is that of a difference of two means of absolute values of
 * normal errors, 0.756 MAD sqrt(1/window + 1/earlier).
 * Source: Silver, Pyke and Thomas (2017), section 3.7.1 for the tracking signal.
 */
export function forecastDrift(
  { actual, forecast }: ForecastPairs,
  window: number,
  limit: number,
): DriftFigures {
  if (actual.length < window) {
    throw insufficientData("actual", `must hold at least the ${window} periods of window`, actual.length);
  }
  const errors = actual.map((a, t) => forecast[t] - a);
  const recent = errors.slice(-window);
  const earlier = errors.slice(0, -window);
  const recentError = meanAbsolute(recent);
  const trackingSignal = recentError === 0 ? 0 : sum(recent) / recentError;
  const biased = Math.abs(trackingSignal) > limit;
  if (earlier.length < 2) return { drift: biased ? "BIAS" : "OK", trackingSignal, recentError };
  const earlierError = meanAbsolute(earlier);
  const standardError = absoluteErrorVariation * earlierError * Math.sqrt(1 / window + 1 / earlier.length);
  const errorLimit = earlierError + limit * standardError;
  const worse = recentError > errorLimit;
  const drift = biased ? (worse ? "BOTH" : "BIAS") : worse ? "ERROR" : "OK";
  return { drift, trackingSignal, recentError, earlierError, errorLimit };
}

function meanAbsolute(errors: readonly number[]): number {
  return sum(errors.map(Math.abs)) / errors.length;
}
