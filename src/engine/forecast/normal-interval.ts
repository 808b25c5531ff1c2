import { normalQuantile } from "../math/normal";
import type { Interval } from "./method";

/** Interval of normal errors around a path: `variance` of the forecast error, period by period. */
export function normalInterval(
  path: readonly number[],
  variance: readonly number[],
  level: number,
): Interval {
  const z = normalQuantile((1 + level) / 2);
  const half = variance.map((value) => z * Math.sqrt(Math.max(0, value)));
  return { low: path.map((value, i) => value - half[i]), high: path.map((value, i) => value + half[i]) };
}

/**
 * Variance of the error `horizon` periods ahead of a method whose one-step error of one unit moves the forecast j periods later by
 * `response(j)`: sigma^2 (1 + sum of squared responses). Hyndman et al. (2008), equation 6.11.
 */
export function accumulatedVariance(
  sigmaSquared: number,
  horizon: number,
  response: (j: number) => number,
): number[] {
  let sum = 1;
  return Array.from({ length: horizon }, (_, i) => {
    const now = sigmaSquared * sum;
    sum += response(i + 1) ** 2;
    return now;
  });
}

/** Mean squared one-step error where there is one, 0 elsewhere. */
export function meanSquaredError(series: readonly number[], fitted: readonly number[]): number {
  let sum = 0;
  let count = 0;
  series.forEach((value, t) => {
    const error = value - fitted[t];
    if (Number.isNaN(error)) return;
    sum += error * error;
    count++;
  });
  return count === 0 ? 0 : sum / count;
}
