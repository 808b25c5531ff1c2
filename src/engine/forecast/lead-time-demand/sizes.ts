import { effectiveCount } from "./discounting";
import { onLattice } from "./lattice";
import { geometricVariance, type SlowMoverPrior } from "./slow-mover-prior";

/**
 * Observations that the smooth curve counts for beside the sizes seen: few sizes have gaps that demand will fill and an end that it
 * will pass.
 */
const curveWeight = 8;
/** The same where other items say how the curve runs: it is known better than by the item's own sizes. */
const knownCurveWeight = 30;

interface SeenSizes {
  /** Share of each size: 1, 2, ... units at index 1, 2, ... */
  readonly seen: Float64Array;
  /** Units of the lattice. */
  readonly mean: number;
}

/** Sizes as seen, each with its weight. */
export function seenSizes(sizes: readonly number[], weights: Float64Array, unit: number): SeenSizes {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const places = sizes.map((size) => onLattice(size, unit));
  const longest = places.reduce((most, { cell, above }) => Math.max(most, above > 0 ? cell + 1 : cell), 0);
  const seen = new Float64Array(longest + 1);
  let mean = 0;
  places.forEach(({ cell, above }, i) => {
    seen[cell] += ((1 - above) * weights[i]) / total;
    if (above > 0) seen[cell + 1] += (above * weights[i]) / total;
    mean += ((cell + above) * weights[i]) / total;
  });
  return { seen, mean };
}

/**
 * Probabilities of a demand of 1, 2, ... units of the lattice (index 0 is none): sizes as seen, mixed with a negative binomial. It has
 * their mean and variance; with few sizes that variance leans to a geometric one. Where other items are known, its mean lies between the
 * item's own and theirs, and its variance is theirs, with the doubt about the mean.
 */
export function sizeDistribution(
  sizes: readonly number[],
  weights: Float64Array,
  unit: number,
  prior?: SlowMoverPrior,
): Float64Array {
  const { seen, mean } = seenSizes(sizes, weights, unit);
  const n = effectiveCount(weights);
  let likely = { mean, variance: seen.reduce((sum, share, k) => sum + share * (k - mean) ** 2, 0) };
  if (prior === undefined) {
    const geometric = geometricVariance(Math.max(mean, 1) + smallest);
    likely = { mean, variance: (n * likely.variance + 2 * geometric) / (n + 2) };
  } else likely = likelySize(mean, n, unit, prior);
  const curve = sizeCurve(likely, 4 * Math.max(seen.length, Math.ceil(likely.mean)));
  const trust = n / (n + (prior === undefined ? curveWeight : knownCurveWeight));
  return Float64Array.from(
    { length: Math.max(seen.length, curve.length) },
    (_, k) => trust * (seen[k] ?? 0) + (1 - trust) * (curve[k] ?? 0),
  );
}

interface LikelySize {
  /** Units of the lattice. */
  readonly mean: number;
  readonly variance: number;
}

/** The logarithm of a mean of n sizes varies by ln(1 + cv^2 / n) about the true one, which varies between items. */
function likelySize(mean: number, n: number, unit: number, prior: SlowMoverPrior): LikelySize {
  const own = Math.log1p(prior.sizeVariation / n);
  const between = prior.logSizeVariance;
  const log = (Math.log(mean * unit) * between + prior.logSize * own) / (between + own);
  const doubt = (own * between) / (own + between);
  const likely = Math.max(1, Math.exp(log) / unit);
  return { mean: likely, variance: prior.sizeSpread * geometricVariance(likely) + doubt * likely ** 2 };
}

/** So much, in units, every size is taken to go beyond the first unit. */
const smallest = 0.02;

/** Negative binomial of the units beyond the first, its tail cut at `longest` and the rest scaled to 1. */
function sizeCurve({ mean, variance }: LikelySize, longest: number): number[] {
  const beyond = Math.max(mean - 1, 0) + smallest;
  const spread = Math.max(variance, 1.01 * beyond);
  const p = beyond / spread;
  const r = (beyond * p) / (1 - p);
  const probabilities = [0];
  let value = Math.exp(r * Math.log(p));
  let sum = 0;
  for (let k = 0; k + 1 < longest && sum < 1 - 1e-9; k++) {
    probabilities.push(value);
    sum += value;
    value *= ((r + k) / (k + 1)) * (1 - p);
  }
  return probabilities.map((probability) => probability / sum);
}
