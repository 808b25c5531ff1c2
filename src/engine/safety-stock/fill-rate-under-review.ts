import { findRoot } from "../math/find-root";
import { normalSecondLoss } from "../math/loss";

/** Normal demand over a span of time. */
export interface SpanDemand {
  /** Units. */
  readonly mean: number;
  readonly sd: number;
}

/** Stock that is looked at every so often and ordered in lots of one size, as many as bring the position above the reorder point. */
export interface ReviewedLots {
  /** Units, above 0. */
  readonly lot: number;
  /** Demand over the lead time: what is owed when an order comes in. */
  readonly before: SpanDemand;
  /** Demand over lead time and review: what is owed just before the next one. */
  readonly after: SpanDemand;
}

/**
 * Unit fill rate of the (nQ, r, T) policy under normal demand: units short are those owed at the end of a review interval less those owed at its
 * start, with the position uniform on (r, r + Q]. Unlike the formula of one lot it knows that a customer may take many units at once.
 * Source: Hadley and Whitin (1963), section 5-3.
 */
export function fillRateUnderReview(reorderPoint: number, { lot, before, after }: ReviewedLots): number {
  const short = owed(reorderPoint, lot, after) - owed(reorderPoint, lot, before);
  return 1 - short / (after.mean - before.mean);
}

/** E[B] = (sd^2 / Q) [J((r - m) / sd) - J((r + Q - m) / sd)]; J is the second-order loss of the standard normal. */
function owed(reorderPoint: number, lot: number, { mean, sd }: SpanDemand): number {
  if (sd === 0) return (square(mean - reorderPoint) - square(mean - reorderPoint - lot)) / (2 * lot);
  const second = (level: number) => normalSecondLoss((level - mean) / sd);
  return ((sd * sd) / lot) * (second(reorderPoint) - second(reorderPoint + lot));
}

const square = (units: number) => Math.max(0, units) ** 2;

/**
 * Smallest reorder point that meets a unit fill rate, at least a given one.
 * @param target strictly between 0 and 1
 * @param least units, no reorder point below it is looked at
 */
export function reorderPointUnderReview(target: number, lots: ReviewedLots, least: number): number {
  const excess = (reorderPoint: number) => fillRateUnderReview(reorderPoint, lots) - target;
  if (excess(least) >= 0) return least;
  const { mean, sd } = lots.after;
  let high = Math.max(mean, least) + sd;
  for (let step = sd + lots.lot; excess(high) < 0; step *= 2) high += step;
  return findRoot(excess, least, high);
}
