import { millsRatio, normalCdf, normalDensity, normalLoss, normalUpperTail } from "../normal";
import type { LossFunctions } from "./loss-functions";

/** Demand that is normal; a standard deviation of 0 is a certain demand. */
export function normalLossFunctions(mean: number, sd: number): LossFunctions {
  if (sd === 0) return certainLossFunctions(mean);
  return {
    mean,
    variance: sd * sd,
    cdf: (x) => normalCdf((x - mean) / sd),
    short: (x) => sd * normalLoss((x - mean) / sd),
    left: (x) => sd * normalLoss((mean - x) / sd),
    shortSecond: (x) => sd * sd * normalSecondLoss((x - mean) / sd),
  };
}

function certainLossFunctions(mean: number): LossFunctions {
  return {
    mean,
    variance: 0,
    cdf: (x) => (x >= mean ? 1 : 0),
    short: (x) => Math.max(0, mean - x),
    left: (x) => Math.max(0, x - mean),
    shortSecond: (x) => Math.max(0, mean - x) ** 2 / 2,
  };
}

/**
 * E[((Z - k)+)^2] / 2 = [(1 + k^2) P(Z > k) - k phi(k)] / 2. With the Mills ratio R = 1/(k + c1), c1 = 1/(k + c2), c2 = 2/(k + 3/(k + ...))
 * the bracket is phi(k) R c1 c2, a product of positive numbers.
 * Source: Silver, Pyke and Thomas (2017), appendix II (J(k)); continued fraction: Abramowitz and Stegun (1964) 26.2.14.
 */
export function normalSecondLoss(k: number): number {
  if (k < 0) return (1 + k * k) / 2 - normalSecondLoss(-k);
  if (k < 2) return ((1 + k * k) * normalUpperTail(k) - k * normalDensity(k)) / 2;
  if (k > 39) return 0;
  let fraction = k;
  for (let i = Math.ceil(20 + 800 / (k * k)); i >= 3; i--) fraction = k + i / fraction;
  const c2 = 2 / fraction;
  return (normalDensity(k) * millsRatio(k) * c2) / (k + c2) / 2;
}
