import { invalidInput } from "../../errors";
import type { LossFunctions } from "./loss-functions";

/** Exponential demand. */
export function exponentialLossFunctions(mean: number): LossFunctions {
  if (!(mean > 0)) throw invalidInput("mean", "must be above 0 for EXPONENTIAL", mean);
  return {
    mean,
    variance: mean * mean,
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
    short: (x) => (x <= 0 ? mean - x : mean * Math.exp(-x / mean)),
    left: (x) => (x <= 0 ? 0 : mean * beyondLinear(x / mean)),
    shortSecond: (x) => (x <= 0 ? (mean * mean + (mean - x) ** 2) / 2 : mean * mean * Math.exp(-x / mean)),
  };
}

/** u - 1 + e^-u, by its series where the terms would cancel. */
function beyondLinear(u: number): number {
  if (u > 0.5) return u + Math.expm1(-u);
  let term = (u * u) / 2;
  let sum = term;
  for (let j = 3; Math.abs(term) > 1e-18 * sum; j++) {
    term *= -u / j;
    sum += term;
  }
  return sum;
}
