import type { LossFunctions } from "./loss-functions";

/** A distribution on 0, 1, 2, ... whose probabilities follow from one another. */
export interface CountDistribution {
  readonly mean: number;
  readonly variance: number;
  /** P(X = k) for a whole k >= 0, accurate relative to its own size. */
  readonly probability: (k: number) => number;
  /** P(X = k + 1) / P(X = k). */
  readonly ratio: (k: number) => number;
  readonly cdf: (x: number) => number;
}

/** Losses of a count by summing the nearer tail, whose terms are all positive; the other side follows from mean and variance. */
export function countLossFunctions(counts: CountDistribution): LossFunctions {
  const { mean, variance, cdf } = counts;
  const short = (x: number): number => {
    if (x <= 0) return mean - x;
    return x > mean ? upperSum(counts, x, (gap) => gap) : mean - x + left(x);
  };
  const left = (x: number): number => {
    if (x <= 0) return 0;
    return x > mean ? x - mean + short(x) : lowerSum(counts, x, (gap) => gap);
  };
  const shortSecond = (x: number): number => {
    const second = (gap: number) => (gap > 1 ? (gap * (gap - 1)) / 2 : 0);
    // Rare demand: nearly all of it is 0, and what the moments say of the rest would be lost beside that.
    if (x > mean || (x > -1 && mean < 1)) return upperSum(counts, x, second);
    const all = (variance + (mean - x) ** 2 - (mean - x)) / 2;
    if (x <= -1) return all;
    // What the whole sum of (X - x)(X - x - 1) / 2 holds below x + 1 does not belong to it.
    const next = Math.floor(x) + 1;
    const between = next - x;
    const above = (counts.probability(next) * between * (between - 1)) / 2;
    return all - above - lowerSum(counts, x, (gap) => (gap * (gap + 1)) / 2);
  };
  return { mean, variance, cdf, short, left, shortSecond };
}

/** Sum over k > x of weight(k - x) P(k). */
function upperSum(counts: CountDistribution, x: number, weight: (gap: number) => number): number {
  let k = Math.max(0, Math.floor(x) + 1);
  let probability = counts.probability(k);
  let sum = 0;
  for (;;) {
    const term = weight(k - x) * probability;
    sum += term;
    if (k - x > 2 && term <= sum * 1e-17) return sum;
    probability *= counts.ratio(k);
    k++;
  }
}

/** Sum over k <= x of weight(x - k) P(k). */
function lowerSum(counts: CountDistribution, x: number, weight: (gap: number) => number): number {
  let k = Math.floor(x);
  let probability = counts.probability(k);
  let sum = 0;
  for (; k >= 0; k--) {
    const term = weight(x - k) * probability;
    sum += term;
    if (x - k > 2 && term <= sum * 1e-17) return sum;
    if (k > 0) probability /= counts.ratio(k - 1);
  }
  return sum;
}
