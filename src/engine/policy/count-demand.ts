import { PlanningError, invalidInput } from "../errors";
import { demandDistribution, type DemandDistribution } from "../math/demand-distribution";
import { negativeBinomialKernel, poissonKernel } from "../math/gamma-function";
import type { CostRates } from "./inventory-cost";

/** Demand of a period in whole units; probabilities sum to 1. */
export interface CountDemand {
  readonly probabilities: Float64Array;
  readonly mean: number;
  /** Poisson demand of several periods is Poisson again. */
  readonly poisson?: boolean;
}

/** Units that a listed demand may reach over the span: the work grows with their square. */
const widest = 20_000;

/** Probabilities below this are cut off at the far end. */
const negligible = 1e-19;

export function poissonDemand(mean: number): CountDemand {
  if (!(mean > 0)) throw invalidInput("mean", "must be above 0 for POISSON", mean);
  const probabilities: number[] = [];
  for (let k = 0; k <= mean || poissonKernel(k, mean) > negligible; k++) {
    probabilities.push(poissonKernel(k, mean));
  }
  return { probabilities: Float64Array.from(probabilities), mean, poisson: true };
}

/**
 * Demand of a period by mean and standard deviation. NBINOM counts as it is; NORMAL, GAMMA and LOGNORMAL are taken to the nearest whole
 * unit, what would be negative to none.
 */
export function countDemand(kind: DemandDistribution, mean: number, sd: number): CountDemand {
  if (kind === "POISSON") return poissonDemand(mean);
  if (sd === 0) return listedDemand([[Math.round(mean), 1]]);
  const { cdf, quantile } = demandDistribution(kind, mean, sd);
  const last = Math.ceil(quantile(1 - 1e-15)) + 1;
  if (last > widest) throw invalidInput("mean", `must leave at most ${widest} likely units a period`, last);
  const p = mean / (sd * sd);
  const chance =
    kind === "NBINOM"
      ? (k: number) => negativeBinomialKernel(k, (mean * p) / (1 - p), p)
      : (k: number) => cdf(k + 0.5) - (k === 0 ? 0 : cdf(k - 0.5));
  return listedDemand(Array.from({ length: last + 1 }, (_, k) => [k, Math.max(0, chance(k))] as const));
}

/** Demand as listed: whole units and the probability of each. */
export function listedDemand(list: readonly (readonly [units: number, probability: number])[]): CountDemand {
  const largest = list.reduce((most, [units]) => Math.max(most, units), 0);
  if (largest > widest) throw invalidInput("mean", `must list at most ${widest} units`, largest);
  const probabilities = new Float64Array(largest + 1);
  for (const [units, probability] of list) {
    if (!Number.isInteger(units) || units < 0)
      throw invalidInput("mean", "must list whole units of at least 0 in its first column", units);
    if (!(probability >= 0))
      throw invalidInput("mean", "must list probabilities of at least 0 in its second column", probability);
    probabilities[units] += probability;
  }
  const sum = probabilities.reduce((total, probability) => total + probability, 0);
  if (Math.abs(sum - 1) > 1e-6) throw invalidInput("mean", "must list probabilities that sum to 1", sum);
  if (probabilities[0] === sum) throw invalidInput("mean", "must give some demand a probability", 0);
  const scaled = probabilities.map((probability) => probability / sum);
  return {
    probabilities: scaled,
    mean: scaled.reduce((total, probability, k) => total + k * probability, 0),
  };
}

/** Demand over several periods, independent of one another. */
export function convolved(demand: CountDemand, periods: number): CountDemand {
  if (demand.poisson) return poissonDemand(demand.mean * periods);
  const size = demand.probabilities.length * periods;
  if (size > widest) {
    const message = `leadTime must leave at most ${widest} units of demand until an order arrives, got up to ${size}`;
    throw new PlanningError("no-solution", "leadTime", message);
  }
  let { probabilities } = demand;
  for (let i = 1; i < periods; i++) probabilities = convolution(probabilities, demand.probabilities);
  return { probabilities, mean: demand.mean * periods };
}

function convolution(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    if (a[i] === 0) continue;
    for (let j = 0; j < b.length; j++) sum[i + j] += a[i] * b[j];
  }
  return sum;
}

/** Expected holding and shortage cost of a whole position, for demand given by its probabilities. */
export function costOver(
  { probabilities, mean }: CountDemand,
  { holding, shortage }: CostRates,
): (y: number) => number {
  // left(y) = sum over k < y of P(X <= k).
  const left = new Float64Array(probabilities.length + 1);
  let below = 0;
  for (let k = 0; k < probabilities.length; k++) {
    below += probabilities[k];
    left[k + 1] = left[k] + below;
  }
  const last = left.length - 1;
  return (y) => {
    const over = y <= 0 ? 0 : y <= last ? left[y] : left[last] + (y - last);
    return holding * over + shortage * (over + mean - y);
  };
}
