import { observed, type Series } from "../demand";

/**
 * How far the periods of a history differ less from their neighbours than chance would have it, in standard errors: near 0 for noise
 * about a mean, 2 and more where the level wanders or there is a trend. Few periods can hide a season; a season counts as change.
 * Source: von Neumann (1941): mean squared difference of neighbours over variance, 2 n / (n - 1) for noise, standard error from
 * Young (1941), equation 9.
 */
export function wandering(series: Series): number {
  const values = observed(series);
  const n = values.length;
  if (n < 4) return 0;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const mean = values.reduce((sum, value) => sum + value / largest / n, 0);
  let squares = 0;
  let differences = 0;
  values.forEach((value, t) => {
    squares += (value / largest - mean) ** 2;
    if (t > 0) differences += ((value - values[t - 1]) / largest) ** 2;
  });
  if (squares === 0) return 0;
  const half = 1 - differences / (2 * squares);
  return half / Math.sqrt((n - 2) / (n * n - 1));
}

/** 1 up to `most` standard errors of wandering, falling in a straight line to 0 at `least`. */
export function steadiness(series: Series, most: number, least: number): number {
  return Math.min(1, Math.max(0, (least - wandering(series)) / (least - most)));
}
