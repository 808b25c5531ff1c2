import { normalQuantile } from "../../math/normal";
import { meanOfLists } from "./mean-of-fits";
import { comparedLevel, standardisedErrors, type PastForecast } from "./past-forecasts";

/**
 * By how much intervals are widened before anything is known: the members' own take their weights, states and form for certain, and the
 * fewer periods these were taken from, the less they are. Measured on several sets (docs/accuracy.md).
 */
const usual = (periods: number): number => 1 + 4 / periods;
/** Past errors over past intervals, root of the mean square, that is usual: see `usual`. */
const usualSpread = 1.1;
/** Origins that the usual widening counts for: three origins move it by a third. */
const usualWeight = 6;
/** An error counts for at most so many standard deviations: one promotion must not widen every interval. */
const largestError = 3;
const bounds = { least: 0.7, most: 2 } as const;

/**
 * Factor on the width of the interval, from what past intervals missed, shrunk to the usual factor since three origins say little.
 * @param periods of the whole history
 */
export function widening(past: readonly PastForecast[], periods: number): number {
  const deviations = normalQuantile((1 + comparedLevel) / 2);
  const errors = past.flatMap(({ fits, actual }) => {
    const point = meanOfLists(fits.map(({ fit }) => fit.forecast(actual.length)));
    const intervals = fits.map(({ fit }) => fit.interval(actual.length, comparedLevel));
    const interval = {
      low: meanOfLists(intervals.map(({ low }) => low)),
      high: meanOfLists(intervals.map(({ high }) => high)),
    };
    return standardisedErrors(actual, point, interval, deviations);
  });
  if (errors.length === 0) return usual(periods);
  const square =
    errors.reduce((sum, error) => sum + Math.min(error * error, largestError ** 2), 0) / errors.length;
  const share = past.length / (past.length + usualWeight);
  const spread = Math.sqrt(share * (square / usualSpread ** 2) + 1 - share);
  return usual(periods) * Math.min(bounds.most, Math.max(bounds.least, spread));
}
