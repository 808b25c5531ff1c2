import type { DemandDistribution } from "./demand-distribution";
import { lognormalParameters } from "./demand-distribution";
import { negativeBinomialKernel, poissonKernel } from "./gamma-function";
import { normalDraws, uniformDraws } from "./random";
import { invalidInput } from "../errors";

/** Probabilities below this never come up in any simulation that ends. */
const negligible = 1e-17;
/** Units between the least and the most that are likely: the tables of counts grow with it. */
const widest = 1_000_000;

/**
 * Draws of one period's demand, none negative: a normal demand below 0 counts as none.
 * @param mean units, at least 0
 * @param sd units; POISSON takes none
 */
export function demandDraws(kind: DemandDistribution, mean: number, sd: number, seed: number): () => number {
  if (mean === 0 && (sd === 0 || kind === "POISSON")) return () => 0;
  if (sd === 0 && kind !== "POISSON") return () => Math.max(0, mean);
  if (kind === "NORMAL") {
    const normal = normalDraws(seed);
    return () => Math.max(0, mean + sd * normal());
  }
  if (!(mean > 0)) throw invalidInput("mean", `must be above 0 for ${kind}`, mean);
  if (kind === "LOGNORMAL") {
    const normal = normalDraws(seed);
    const { mu, sigma } = lognormalParameters(mean, sd);
    return () => Math.exp(mu + sigma * normal());
  }
  if (kind === "GAMMA") return gammaDraws((mean / sd) ** 2, (sd * sd) / mean, seed);
  if (kind === "POISSON") return countDraws((k) => poissonKernel(k, mean), mean, Math.sqrt(mean), seed);
  const p = mean / (sd * sd);
  if (p >= 1) throw invalidInput("sd", `must have a square above the mean (${mean}) for NBINOM`, sd);
  return countDraws((k) => negativeBinomialKernel(k, (mean * p) / (1 - p), p), mean, sd, seed);
}

/** Draws of listed demands, each as likely as the others. */
export function scenarioDraws(scenarios: readonly number[], seed: number): () => number {
  const uniform = uniformDraws(seed);
  return () => scenarios[Math.floor(uniform() * scenarios.length)];
}

/**
 * Gamma by shape and scale: a cube of a normal, accepted nearly always; below shape 1 a larger one shrunk by a power of a uniform.
 * Source: Marsaglia and Tsang (2000), A simple method for generating gamma variables.
 */
function gammaDraws(shape: number, scale: number, seed: number): () => number {
  const normal = normalDraws(seed);
  const uniform = uniformDraws(seed ^ 0x5bd1e995);
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const unit = () => {
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  if (shape >= 1) return () => scale * unit();
  return () => scale * unit() * (1 - uniform()) ** (1 / shape);
}

/** Draws of whole numbers by their probabilities, from where they begin to where they end to count. */
function countDraws(
  probability: (k: number) => number,
  mean: number,
  sd: number,
  seed: number,
): () => number {
  const mode = Math.floor(mean);
  let low = mode;
  while (low > 0 && probability(low - 1) > negligible && mode - low < widest) low--;
  let high = mode;
  while ((probability(high + 1) > negligible || high < mean) && high - mode < widest) high++;
  if (high - low >= widest) {
    const rule = `must leave at most ${widest} likely units a period (GAMMA or NORMAL serve beyond)`;
    throw invalidInput("sd", rule, sd);
  }
  const chances = Float64Array.from({ length: high - low + 1 }, (_, i) => probability(low + i));
  const draw = tableDraws(chances, seed);
  return () => low + draw();
}

/**
 * Draws of an index by its weight in constant time: every cell of the table holds one index and a share of at most one other.
 * Source: Vose (1991), A linear algorithm for generating random numbers with a given distribution; after Walker (1977).
 */
function tableDraws(weights: Float64Array, seed: number): () => number {
  const size = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = weights.map((weight) => (weight * size) / total);
  const other = Int32Array.from({ length: size }, (_, i) => i);
  const poor: number[] = [];
  const rich: number[] = [];
  share.forEach((part, i) => (part < 1 ? poor : rich).push(i));
  while (poor.length > 0 && rich.length > 0) {
    const taker = poor.pop() as number;
    const giver = rich[rich.length - 1];
    other[taker] = giver;
    share[giver] -= 1 - share[taker];
    if (share[giver] >= 1) continue;
    rich.pop();
    poor.push(giver);
  }
  // What is left over is full but for rounding.
  for (const i of [...poor, ...rich]) share[i] = 1;
  const uniform = uniformDraws(seed);
  return () => {
    const cell = Math.floor(uniform() * size);
    return uniform() < share[cell] ? cell : other[cell];
  };
}
