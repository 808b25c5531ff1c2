import { PlanningError } from "../errors";
import { findRoot } from "./find-root";
import { poissonKernel, regularisedGamma } from "./gamma-function";

/** A gamma distribution by shape and scale: mean shape x scale, variance shape x scale^2. */
export interface GammaPart {
  readonly shape: number;
  readonly scale: number;
}

/** Below this total shape the characteristic function fades too slowly for its inversion. */
const smallShape = 6;
const negligible = 1e-15;

/** Distribution function of a sum of independent gamma variables, to about 1e-12. */
export function gammaSumCdf(parts: readonly GammaPart[]): (x: number) => number {
  if (parts.length === 0) return (x) => (x >= 0 ? 1 : 0);
  const [{ shape, scale }] = parts;
  if (parts.length === 1) return (x) => regularisedGamma(shape, x / scale).lower;
  const total = parts.reduce((sum, part) => sum + part.shape, 0);
  return total < smallShape ? asMixture(parts) : byInversion(parts);
}

/** The point that a sum of gamma variables stays below with this probability. */
export function gammaSumQuantile(parts: readonly GammaPart[], probability: number): number {
  if (parts.length === 0) return 0;
  const cdf = gammaSumCdf(parts);
  let high = parts.reduce((sum, { shape, scale }) => sum + shape * scale, 0);
  while (cdf(high) < probability) high *= 2;
  return findRoot((x) => cdf(x) - probability, 0, high);
}

/**
 * 1/2 - (1/pi) Im of the characteristic function over t, by the trapezoidal rule (Gil-Pelaez 1951; Davies 1973): the step is so small that
 * what lies beyond its period has no probability.
 */
function byInversion(parts: readonly GammaPart[]): (x: number) => number {
  let [mean, variance, widest] = [0, 0, 0];
  for (const { shape, scale } of parts) {
    mean += shape * scale;
    variance += shape * scale * scale;
    widest = Math.max(widest, scale);
  }
  const span = mean + 10 * Math.sqrt(variance) + 40 * widest;
  const step = (2 * Math.PI) / span;
  const modulus: number[] = [];
  const phase: number[] = [];
  for (let k = 0; ; k++) {
    const t = (k + 0.5) * step;
    let [logModulus, angle] = [0, 0];
    for (const { shape, scale } of parts) {
      logModulus -= 0.5 * shape * Math.log1p((scale * t) ** 2);
      angle += shape * Math.atan(scale * t);
    }
    modulus.push(Math.exp(logModulus) / (k + 0.5));
    phase.push(angle);
    if (modulus[k] < negligible) break;
  }
  return (x) => {
    if (x <= 0) return 0;
    if (x >= span) return 1;
    let sum = 0;
    for (let k = 0; k < modulus.length; k++) sum += modulus[k] * Math.sin(phase[k] - (k + 0.5) * step * x);
    return Math.min(1, Math.max(0, 0.5 - sum / Math.PI));
  };
}

/** Terms of the mixture at most; only scales that differ by thousands need more. */
const mostTerms = 20_000;

/** A mixture of gammas of the smallest scale with growing shapes (Moschopoulos 1985, theorem 1). */
function asMixture(parts: readonly GammaPart[]): (x: number) => number {
  const smallest = parts.reduce((least, { scale }) => Math.min(least, scale), Infinity);
  const shape = parts.reduce((sum, part) => sum + part.shape, 0);
  const ratios = parts.map(({ scale }) => 1 - smallest / scale);
  const weights = [
    Math.exp(parts.reduce((sum, part) => sum + part.shape * Math.log(smallest / part.scale), 0)),
  ];
  const steps: number[] = [];
  const powers = ratios.map(() => 1);
  let total = weights[0];
  while (total < 1 - 1e-13 && weights.length < mostTerms) {
    let step = 0;
    ratios.forEach((ratio, i) => {
      powers[i] *= ratio;
      step += parts[i].shape * powers[i];
    });
    steps.push(step);
    const k = weights.length;
    let weight = 0;
    for (let i = 1; i <= k; i++) weight += steps[i - 1] * weights[k - i];
    weights.push(weight / k);
    total += weight / k;
  }
  if (total < 1 - 1e-9)
    throw new PlanningError(
      "not-converged",
      "legs",
      "legs must not differ so much in size: give each leg an sd below its mean",
    );
  return (x) => {
    if (x <= 0) return 0;
    let below = regularisedGamma(shape, x / smallest).lower;
    let sum = 0;
    weights.forEach((weight, k) => {
      sum += weight * below;
      below -= poissonKernel(shape + k, x / smallest);
    });
    return Math.min(1, Math.max(0, sum));
  };
}
