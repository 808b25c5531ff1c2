import type { Series } from "./series";

/**
 * How much of what is left after the trend is season: max(0, 1 - Var(remainder) / Var(season + remainder)), from a classical
 * additive decomposition (centred moving average, seasonal means).
 * Source: Hyndman and Athanasopoulos (2021), sections 3.4 and 4.3.
 * @returns 0-1, or null with fewer than three seasons (two leave one value a place, which fits anything), a missing observation, or nothing left after the trend
 */
export function seasonalStrength(series: Series, season: number): number | null {
  if (season < 2 || series.length < 3 * season || series.some((value) => Number.isNaN(value))) return null;
  const detrended = series.map((value, t) => value - centredMean(series, t, season));
  const inside = detrended
    .map((value, t) => ({ value, place: t % season }))
    .filter(({ value }) => !Number.isNaN(value));
  const sums = new Array<number>(season).fill(0);
  const counts = new Array<number>(season).fill(0);
  for (const { value, place } of inside) {
    sums[place] += value;
    counts[place] += 1;
  }
  const profile = sums.map((sum, place) => sum / counts[place]);
  const remainder = inside.map(({ value, place }) => value - profile[place]);
  const total = variance(inside.map(({ value }) => value));
  const scale = Math.max(...series.map(Math.abs));
  return total <= (1e-12 * scale) ** 2 ? null : Math.max(0, 1 - variance(remainder) / total);
}

/** Moving average over one season around t, the ends weighing half when the season is even; NaN near the ends of the series. */
function centredMean(series: Series, t: number, season: number): number {
  const half = Math.floor(season / 2);
  if (t - half < 0 || t + half >= series.length) return NaN;
  let sum = 0;
  for (let k = -half; k <= half; k++) {
    const weight = season % 2 === 0 && Math.abs(k) === half ? 0.5 : 1;
    sum += weight * series[t + k];
  }
  return sum / season;
}

function variance(values: readonly number[]): number {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
}
