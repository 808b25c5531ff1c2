import { invalidInput } from "../errors";
import { regularisedBeta } from "./beta-function";
import { findRoot } from "./find-root";
import { regularisedGamma } from "./gamma-function";
import { normalCdf, normalQuantile } from "./normal";

export const demandDistributions = ["NORMAL", "GAMMA", "NBINOM", "POISSON", "LOGNORMAL"] as const;
export type DemandDistribution = (typeof demandDistributions)[number];

/** Demand over some time span as a distribution given by its mean and standard deviation. */
export interface Demand {
  readonly cdf: (x: number) => number;
  /** Smallest x with cdf(x) >= probability; a whole number for the discrete ones. */
  readonly quantile: (probability: number) => number;
}

/**
 * @param mean units, above 0 except for NORMAL
 * @param sd units; POISSON takes the square root of the mean whatever is given
 * @throws PlanningError invalid-input where the distribution does not exist for this mean and sd
 */
export function demandDistribution(kind: DemandDistribution, mean: number, sd: number): Demand {
  if (kind === "NORMAL" || (sd === 0 && kind !== "POISSON")) return normal(mean, sd);
  if (kind === "POISSON" && mean === 0) return normal(0, 0);
  if (mean <= 0) throw invalidInput("mean", `must be above 0 for ${kind}`, mean);
  if (kind !== "LOGNORMAL" && mean > largestMean)
    throw invalidInput("mean", `must be at most ${largestMean} for ${kind} (NORMAL serves beyond)`, mean);
  if (kind === "GAMMA" && mean / sd > largestRatio) return normal(mean, sd);
  if (kind === "GAMMA") return gamma(mean, sd);
  if (kind === "LOGNORMAL") return lognormal(mean, sd);
  if (kind === "POISSON") return poisson(mean);
  return negativeBinomial(mean, sd);
}

/** Means beyond which counts are normal for all purposes, and their sums grow long. */
const largestMean = 1e9;
/** Mean over standard deviation beyond which a gamma is normal to the last digits that matter. */
const largestRatio = 3e4;

function normal(mean: number, sd: number): Demand {
  if (sd === 0) return { cdf: (x) => (x >= mean ? 1 : 0), quantile: () => mean };
  return { cdf: (x) => normalCdf((x - mean) / sd), quantile: (p) => mean + sd * normalQuantile(p) };
}

/** Shape mean^2 / variance, scale variance / mean. Source: Burgin (1975), The gamma distribution and inventory control. */
function gamma(mean: number, sd: number): Demand {
  const shape = (mean / sd) ** 2;
  const scale = (sd * sd) / mean;
  const cdf = (x: number) => regularisedGamma(shape, x / scale).lower;
  const quantile = (p: number): number => {
    // Both tails are solved where they are accurate.
    const excess = (x: number) => {
      const { lower, upper } = regularisedGamma(shape, x / scale);
      return p < 0.5 ? lower - p : 1 - p - upper;
    };
    let high = mean + sd;
    while (excess(high) < 0) high *= 2;
    return findRoot(excess, 0, high);
  };
  return { cdf, quantile };
}

/** sigma^2 = log(1 + variance / mean^2), mu = log(mean) - sigma^2 / 2. */
function lognormal(mean: number, sd: number): Demand {
  const { mu, sigma } = lognormalParameters(mean, sd);
  return {
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
    quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
  };
}

export function lognormalParameters(
  mean: number,
  sd: number,
): { readonly mu: number; readonly sigma: number } {
  const variance = Math.log1p((sd / mean) ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

function poisson(mean: number): Demand {
  const cdf = (x: number) => (x < 0 ? 0 : regularisedGamma(Math.floor(x) + 1, mean).upper);
  return { cdf, quantile: (p) => wholeQuantile(cdf, p, mean, Math.sqrt(mean)) };
}

/** p = mean / variance, r = mean p / (1 - p); needs a variance above the mean. */
function negativeBinomial(mean: number, sd: number): Demand {
  const variance = sd * sd;
  if (variance <= mean) {
    const rule = `must have a square above the mean of demand (${mean}) for NBINOM`;
    throw invalidInput("sd over the protection time", rule, sd);
  }
  const p = mean / variance;
  const r = (mean * p) / (1 - p);
  const cdf = (x: number) => (x < 0 ? 0 : regularisedBeta(p, r, Math.floor(x) + 1));
  return { cdf, quantile: (probability) => wholeQuantile(cdf, probability, mean, sd) };
}

/** Smallest whole number with a probability, by bisection; a probability met up to rounding counts as met. */
export function wholeQuantile(
  cdf: (x: number) => number,
  probability: number,
  mean: number,
  sd: number,
): number {
  const meets = (k: number) => cdf(k) >= probability * (1 - 4 * Number.EPSILON);
  let high = Math.ceil(mean + sd) + 1;
  while (!meets(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return high;
}
