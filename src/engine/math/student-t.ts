import { regularisedBeta } from "./beta-function";
import { findRoot } from "./find-root";

/** P(T > t) of Student's distribution, t >= 0. Source: Abramowitz and Stegun (1964) 26.7.1 and 26.5.27. */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  return 0.5 * regularisedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** t with P(|T| <= t) = level, level strictly between 0 and 1. */
export function studentQuantile(level: number, degreesOfFreedom: number): number {
  const tail = (1 - level) / 2;
  const excess = (t: number) => tail - studentUpperTail(t, degreesOfFreedom);
  let high = 2;
  while (excess(high) < 0) high *= 4;
  return findRoot(excess, 0, high);
}
