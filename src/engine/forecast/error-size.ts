/** One-step errors, as an interval needs them. */
export interface ErrorSize {
  /** Whether they are shares of the forecast. */
  readonly relative: boolean;
  /** Variance of the errors, or of the shares. */
  readonly variance: number;
  /** Degrees of freedom left. */
  readonly freedom: number;
}

/** Twice the log-likelihood by which errors of a fixed size must do better: demand grows more often than its noise stays. */
const doubt = 4;

/**
 * Errors are taken as shares of the forecast, unless a forecast is 0 or less or errors of a fixed size are clearly more likely.
 * @param from first period whose error counts
 */
export function errorSize(
  y: Float64Array,
  expected: Float64Array,
  from: number,
  parameters: number,
): ErrorSize {
  let squares = 0;
  let shares = 0;
  let logs = 0;
  let count = 0;
  let positive = true;
  for (let t = from; t < y.length; t++) {
    const error = y[t] - expected[t];
    if (Number.isNaN(error)) continue;
    count++;
    squares += error * error;
    positive = positive && expected[t] > 0;
    if (!positive) continue;
    shares += (error / expected[t]) ** 2;
    logs += Math.log(expected[t]);
  }
  const freedom = Math.max(1, count - parameters);
  const relative = positive && squares > 0 && count * Math.log(shares / squares) + 2 * logs < doubt;
  return { relative, variance: (relative ? shares : squares) / freedom, freedom };
}
