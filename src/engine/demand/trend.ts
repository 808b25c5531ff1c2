import { median } from "simple-statistics";
import type { Series } from "./series";

export interface TrendTest {
  /** Standard normal if there is no trend; above 0 upwards. */
  readonly z: number;
  /** Median slope, units per period; 0 where no two periods can be compared. */
  readonly slope: number;
}

/**
 * Test for a trend that asks nothing of the shape of demand: Mann and Kendall's, comparing only periods a whole number of seasons
 * apart, so that a season is no trend. Ties and missing periods are allowed for. The slope is Sen's, over the same pairs.
 * Source: Hirsch, Slack and Smith (1982), equations 1 to 9.
 * @param season 1 for none
 */
export function trendTest(series: Series, season: number): TrendTest {
  let score = 0;
  let variance = 0;
  const slopes: number[] = [];
  for (let place = 0; place < season; place++) {
    const times: number[] = [];
    for (let t = place; t < series.length; t += season) if (!Number.isNaN(series[t])) times.push(t);
    for (let i = 0; i < times.length; i++) {
      for (let j = i + 1; j < times.length; j++) {
        const change = series[times[j]] - series[times[i]];
        score += Math.sign(change);
        slopes.push(change / (times[j] - times[i]));
      }
    }
    variance += scoreVariance(times.map((t) => series[t]));
  }
  const z = variance === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
  return { z, slope: slopes.length === 0 ? 0 : median(slopes) };
}

/** Variance of Kendall's score of values without order, less what ties take away. */
function scoreVariance(values: readonly number[]): number {
  const spread = (n: number) => (n * (n - 1) * (2 * n + 5)) / 18;
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, ties) => sum - spread(ties), spread(values.length));
}

/** Least-squares slope of a line with its own intercept for each place of the season, units per period. */
export function seasonalRegressionSlope(series: Series, season: number): number {
  let cross = 0;
  let square = 0;
  for (let place = 0; place < season; place++) {
    const points: { readonly t: number; readonly units: number }[] = [];
    for (let t = place; t < series.length; t += season) {
      if (!Number.isNaN(series[t])) points.push({ t, units: series[t] });
    }
    const middle = points.reduce((sum, { t }) => sum + t, 0) / points.length;
    for (const { t, units } of points) {
      cross += (t - middle) * units;
      square += (t - middle) ** 2;
    }
  }
  return square === 0 ? 0 : cross / square;
}
