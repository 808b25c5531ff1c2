import { type EtsForm, hasSeason, hasTrend } from "./form";
import type { EtsWeights } from "./recursion";

/** Where fitting looks for weights, as in R's forecast::ets: alpha, beta / alpha, gamma / (1 - alpha), phi. */
export const weightRange = { low: 1e-4, high: 0.9999, phiLow: 0.8, phiHigh: 0.98 } as const;

/** The textbook region: 0 to 1 for alpha, beta to alpha, gamma to 1 - alpha, phi to 1 (Hyndman et al. 2008, section 2.5). */
export function isUsual({ alpha, beta, gamma, phi }: EtsWeights): boolean {
  const within = (value: number, high: number) => value >= 0 && value <= high + 1e-12;
  return within(alpha, 1) && within(beta, alpha) && within(gamma, 1 - alpha) && within(phi, 1) && phi > 0;
}

/**
 * The admissible region: the observations far back have no lasting weight in the forecast. Conditions of Hyndman et al. (2008),
 * section 10.2, theorems 10.1 and 10.2; for seasonal forms the roots of equation 10.10 lie within the unit circle.
 */
export function isAdmissible(
  form: EtsForm,
  weights: EtsWeights,
  season: number,
  work?: Float64Array,
): boolean {
  const { alpha, beta, gamma, phi } = weights;
  if (phi <= 0 || phi > 1 + 1e-8) return false;
  if (!hasSeason(form)) {
    if (alpha < 1 - 1 / phi || alpha > 1 + 1 / phi) return false;
    return !hasTrend(form) || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha));
  }
  if (gamma < Math.max(1 - 1 / phi - alpha, 0) || gamma > 1 + 1 / phi - alpha) return false;
  if (alpha < 1 - 1 / phi - (gamma * (1 - season + phi + phi * season)) / (2 * phi * season)) return false;
  if (beta < -(1 - phi) * (gamma / season + alpha)) return false;
  return rootsWithinCircle(
    seasonalPolynomial(weights, season, work ?? new Float64Array(season + 2)),
    season + 1,
  );
}

/** Coefficients from the highest power down. */
function seasonalPolynomial(
  { alpha, beta, gamma, phi }: EtsWeights,
  season: number,
  coefficients: Float64Array,
): Float64Array {
  coefficients.fill(alpha + beta - alpha * phi);
  coefficients[0] = 1;
  coefficients[1] = alpha + beta - phi;
  coefficients[season] = alpha + beta - alpha * phi + gamma - 1;
  coefficients[season + 1] = phi * (1 - alpha - gamma);
  return coefficients;
}

/** Forms without a trend have a root at exactly 1: the circle is this much wider. */
const radius = 1 + 1e-6;

/** Schur and Cohn's test by stepping the degree down: no roots need to be found. Overwrites the coefficients. */
function rootsWithinCircle(coefficients: Float64Array, degree: number): boolean {
  let power = 1;
  for (let i = 1; i <= degree; i++) {
    power /= radius;
    coefficients[i] *= power;
  }
  for (let k = degree; k >= 1; k--) {
    const reflection = coefficients[k];
    if (!(Math.abs(reflection) < 1)) return false;
    const scale = 1 / (1 - reflection * reflection);
    for (let i = 1, j = k - 1; i <= j; i++, j--) {
      const low = coefficients[i];
      const high = coefficients[j];
      coefficients[i] = (low - reflection * high) * scale;
      coefficients[j] = (high - reflection * low) * scale;
    }
  }
  return true;
}
