import type { FittedForecast, Interval } from "../method";

/** Weighted mean of forecasts; the limits of its interval are the means of theirs. */
export function meanOfFits(
  fits: readonly FittedForecast[],
  weights: readonly number[],
): Pick<FittedForecast, "fitted" | "forecast" | "interval"> {
  return {
    fitted: weightedMean(
      fits.map(({ fitted }) => fitted),
      weights,
    ),
    forecast: (horizon) =>
      weightedMean(
        fits.map(({ forecast }) => forecast(horizon)),
        weights,
      ),
    interval: (horizon, level): Interval => {
      const intervals = fits.map(({ interval }) => interval(horizon, level));
      return {
        low: weightedMean(
          intervals.map(({ low }) => low),
          weights,
        ),
        high: weightedMean(
          intervals.map(({ high }) => high),
          weights,
        ),
      };
    },
  };
}

/** Element by element; NaN where any is. */
function weightedMean(lists: readonly (readonly number[])[], weights: readonly number[]): number[] {
  return lists[0].map((_, t) => lists.reduce((sum, list, i) => sum + weights[i] * list[t], 0));
}
