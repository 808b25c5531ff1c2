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

export interface SeasonalLine {
  /** Units per period. */
  readonly slope: number;
  /** What the line leaves; NaN where a period is missing. */
  readonly residuals: readonly number[];
}

/** Least-squares line with its own intercept for each place of the season. */
export function seasonalLine(series: Series, season: number): SeasonalLine {
  const middles = Array.from({ length: season }, () => ({ t: 0, units: 0, count: 0 }));
  series.forEach((units, t) => {
    if (Number.isNaN(units)) return;
    const middle = middles[t % season];
    middle.count++;
    middle.t += (t - middle.t) / middle.count;
    middle.units += (units - middle.units) / middle.count;
  });
  let cross = 0;
  let square = 0;
  series.forEach((units, t) => {
    if (Number.isNaN(units)) return;
    const apart = t - middles[t % season].t;
    cross += apart * units;
    square += apart * apart;
  });
  const slope = square === 0 ? 0 : cross / square;
  const residuals = series.map((units, t) => {
    const middle = middles[t % season];
    return units - middle.units - slope * (t - middle.t);
  });
  return { slope, residuals };
}

/**
 * How many times larger the variance of a trend test is where neighbouring periods move together: (1 + r) / (1 - r), r the first
 * autocorrelation of what a line leaves, at least 0.
 * Source: Yue and Wang (2004), equation 9 with the autocorrelation of a first-order process.
 */
export function serialInflation(residuals: readonly number[]): number {
  let cross = 0;
  let square = 0;
  residuals.forEach((residual, t) => {
    if (Number.isNaN(residual)) return;
    square += residual * residual;
    if (t > 0 && !Number.isNaN(residuals[t - 1])) cross += residual * residuals[t - 1];
  });
  const r = square === 0 ? 0 : Math.min(0.95, Math.max(0, cross / square));
  return (1 + r) / (1 - r);
}
