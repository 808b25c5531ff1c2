import { regularisedBeta } from "./beta-function";
import { findRoot } from "./find-root";

/**
 * Quantile of Student's t above its median, from the incomplete beta function: P(|T| > t) = I_x(df / 2, 1 / 2), x = df / (df + t^2).
 * Source: Abramowitz and Stegun (1964) 26.7.1.
 * @param probability above 0.5 and below 1
 */
export function studentQuantile(probability: number, df: number): number {
  const tails = 2 * (1 - probability);
  const x = findRoot((at) => regularisedBeta(at, df / 2, 0.5) - tails, 0, 1);
  return Math.sqrt((df * (1 - x)) / x);
}
