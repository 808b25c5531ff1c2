import { effectiveCount } from "./discounting";
import { onLattice } from "./lattice";

/**
 * Observations that the smooth curve counts for beside the sizes seen: few sizes have gaps that demand will fill and an end that it
 * will pass.
 */
const curveWeight = 8;

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
 * Probabilities of a demand of 1, 2, ... units of the lattice (index 0 is none): sizes as seen, mixed with a negative binomial of
 * their mean and variance. With few sizes that variance leans to a geometric one.
 */
export function sizeDistribution(
  sizes: readonly number[],
  weights: Float64Array,
  unit: number,
): Float64Array {
  const { seen, mean } = seenSizes(sizes, weights, unit);
  const n = effectiveCount(weights);
  const variance = seen.reduce((sum, share, k) => sum + share * (k - mean) ** 2, 0);
  const curve = sizeCurve(mean, variance, n, 4 * seen.length);
  const trust = n / (n + curveWeight);
  return Float64Array.from(
    { length: Math.max(seen.length, curve.length) },
    (_, k) => trust * (seen[k] ?? 0) + (1 - trust) * (curve[k] ?? 0),
  );
}

/** Negative binomial of the units beyond the first, its tail cut at `longest` and the rest scaled to 1. */
function sizeCurve(mean: number, variance: number, n: number, longest: number): number[] {
  const beyond = Math.max(mean - 1, 0) + 0.02;
  const geometric = beyond * (1 + beyond);
  const spread = Math.max((n * variance + 2 * geometric) / (n + 2), 1.01 * beyond);
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
