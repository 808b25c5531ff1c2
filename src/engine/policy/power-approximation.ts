import { invalidInput } from "../errors";
import { normalQuantile } from "../math/normal";
import type { OrderUpToPolicy, OrderUpToProblem } from "./order-up-to-policy";

/**
 * Revised power approximation of (s, S): regressions on mean and variance, fitted to many exact solutions, and rounded to whole units.
 * Good to a few percent of cost; not for demand that is far from the shapes it was fitted to.
 * Source: Ehrhardt and Mosier (1984); Snyder and Shen (2019), section 4.4.4.
 */
export function powerApproximation({
  demand,
  leadTime,
  orderCost,
  holding,
  shortage,
  review = 1,
}: OrderUpToProblem): OrderUpToPolicy {
  if (orderCost === 0) throw invalidInput("orderCost", "must be above 0 for POWER", orderCost);
  if (review !== 1) throw invalidInput("review", "must be 1 for POWER", review);
  const { mean, probabilities } = demand;
  const variance = probabilities.reduce((sum, probability, k) => sum + probability * (k - mean) ** 2, 0);
  const span = leadTime + 1;
  const spanMean = mean * span;
  const spanSd = Math.sqrt(variance * span);
  const lot =
    1.3 * mean ** 0.494 * (orderCost / holding) ** 0.506 * (1 + (spanSd * spanSd) / (mean * mean)) ** 0.116;
  const z = Math.sqrt((lot * holding) / (spanSd * shortage));
  let low = 0.973 * spanMean + spanSd * (0.183 / z + 1.063 - 2.192 * z);
  let high = low + lot;
  if (lot / mean <= 1.5) {
    const base = spanMean + normalQuantile(shortage / (shortage + holding)) * spanSd;
    low = Math.min(low, base);
    high = Math.min(high, base);
  }
  const reorderPoint = Math.round(low);
  return { reorderPoint, target: Math.max(reorderPoint + 1, Math.round(high)) };
}
