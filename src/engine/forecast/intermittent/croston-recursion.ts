import type { Smoothed, Weights } from "./recursion";

/**
 * Croston's recursion: size and interval are smoothed apart, each only when demand comes. It starts at the first size and the first
 * interval, counted from the first period. Forecast: factor x size / interval, kept until the next demand.
 * Source: Croston (1972), equations 6 and 7; a weight of its own for the interval: Schultz (1987).
 * @param factor what the method multiplies the ratio by against its bias
 */
export function crostonRecursion(demand: Float64Array, { alpha, beta }: Weights, factor: number): Smoothed {
  const fitted = new Float64Array(demand.length);
  let size = 0;
  let interval = 0;
  let waited = 0;
  let rate = NaN;
  for (let t = 0; t < demand.length; t++) {
    fitted[t] = rate;
    waited++;
    if (demand[t] === 0) continue;
    size = Number.isNaN(rate) ? demand[t] : size + alpha * (demand[t] - size);
    interval = Number.isNaN(rate) ? waited : interval + beta * (waited - interval);
    rate = (factor * size) / interval;
    waited = 0;
  }
  if (Number.isNaN(rate)) return { rate: 0, fitted: fitted.fill(0), states: {} };
  return { rate, fitted, states: { size, interval } };
}
