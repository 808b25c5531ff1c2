import type { FittedForecast, Interval } from "../method";

/** Equally weighted mean of forecasts; the limits of its interval are the means of theirs. */
export function meanOfFits(fits: readonly FittedForecast[]): Omit<FittedForecast, "details"> {
  return {
    form: `mean of ${fits.map(({ form }) => form).join(", ")}`,
    fitted: meanOfLists(fits.map(({ fitted }) => fitted)),
    forecast: (horizon) => meanOfLists(fits.map(({ forecast }) => forecast(horizon))),
    interval: (horizon, level): Interval => {
      const intervals = fits.map(({ interval }) => interval(horizon, level));
      return {
        low: meanOfLists(intervals.map(({ low }) => low)),
        high: meanOfLists(intervals.map(({ high }) => high)),
      };
    },
  };
}

/** Element by element; NaN where any is. */
export function meanOfLists(lists: readonly (readonly number[])[]): number[] {
  return lists[0].map((_, i) => lists.reduce((sum, list) => sum + list[i], 0) / lists.length);
}
