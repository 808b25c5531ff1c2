/**
 * How fast the past is forgotten: an observation k periods old weighs discount^k. Nobody knows the right speed of an item from a few
 * demands, so several are kept, each weighing as much as it has foretold the coming and staying away of demand (its likelihood, one
 * period ahead): averaging over models as in Hoeting et al. (1999), discounting as in West and Harrison (1997), section 2.4.
 */
const discounts = [1, 0.98, 0.95, 0.9];

export interface Forgetting {
  readonly discount: number;
  /** Belief in this discount; all sum to 1. */
  readonly belief: number;
}

export function beliefs(demand: Float64Array): Forgetting[] {
  const share = demandShare(demand);
  const logs = discounts.map((discount) => logLikelihood(demand, discount, share));
  const largest = Math.max(...logs);
  const likelihoods = logs.map((log) => Math.exp(log - largest));
  const total = likelihoods.reduce((sum, value) => sum + value, 0);
  return discounts.map((discount, i) => ({ discount, belief: likelihoods[i] / total }));
}

function demandShare(demand: Float64Array): number {
  return demand.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / demand.length;
}

/** Of demand or none, period by period; starts at the share of periods with demand, held as firmly as two periods. */
function logLikelihood(demand: Float64Array, discount: number, share: number): number {
  let withDemand = 2 * share;
  let periods = 2;
  let log = 0;
  for (const value of demand) {
    const probability = Math.min(0.999, Math.max(0.001, withDemand / periods));
    log += Math.log(value > 0 ? probability : 1 - probability);
    withDemand = discount * withDemand + (value > 0 ? 1 : 0);
    periods = discount * periods + 1;
  }
  return log;
}

/** The last observation weighs 1. */
export function discountWeights(count: number, discount: number): Float64Array {
  const known = powersOf(discount, count);
  const weights = new Float64Array(count);
  for (let t = 0; t < count; t++) weights[t] = known[count - 1 - t];
  return weights;
}

/** Powers of the few discounts, kept: they were a quarter of the time of whole tables. */
const powers = new Map<number, number[]>();

function powersOf(discount: number, count: number): readonly number[] {
  const known = powers.get(discount) ?? [];
  for (let k = known.length; k < count; k++) known.push(discount ** k);
  powers.set(discount, known);
  return known;
}

/** How many observations of equal weight say as much: (sum of weights)^2 / sum of squares. */
export function effectiveCount(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}
