import { insufficientData } from "../errors";
import type { Series } from "../demand";

/**
 * Naive forecast: the last observation, or with a season the last one of the same place in the season.
 * Source: Hyndman and Athanasopoulos (2021), section 5.2.
 * @param season periods in a season; 1 for none
 */
export function naiveForecast(series: Series, horizon: number, season: number): number[] {
  if (series.length < season)
    throw insufficientData("demand", `must hold at least ${season} periods`, series.length);
  return Array.from({ length: horizon }, (_, i) => {
    const steps = season * Math.ceil((i + 1) / season);
    for (let t = series.length + i - steps; t >= 0; t -= season) {
      if (!Number.isNaN(series[t])) return series[t];
    }
    throw insufficientData(
      "demand",
      `must hold an observation for each place of a season of ${season}`,
      "blanks only",
    );
  });
}
