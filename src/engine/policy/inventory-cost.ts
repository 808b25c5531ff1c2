import { invalidInput } from "../errors";
import type { LossFunctions } from "../math/loss";

/** What holding and owing cost per period. */
export interface CostRates {
  /** Money per unit held and period, above 0. */
  readonly holding: number;
  /** Money per unit owed to customers and period, above 0. */
  readonly shortage: number;
}

/** Beyond this ratio one of the two costs is as good as none, and the critical ratio is 0 or 1. */
const largestRatio = 1e9;

export function checkRates({ holding, shortage }: CostRates): void {
  if (shortage > largestRatio * holding || holding > largestRatio * shortage) {
    const rule = `must be within ${largestRatio} times holdCost (${holding}), either way`;
    throw invalidInput("shortCost", rule, shortage);
  }
}

/** Expected holding and shortage cost of a period whose inventory position y meets demand over the lead time: G(y). */
export function inventoryCost(demand: LossFunctions, { holding, shortage }: CostRates, y: number): number {
  return holding * (y - demand.mean) + (holding + shortage) * demand.short(y);
}

/** Integral of G from `low` to `high`, by the second-order loss; for continuous demand. */
export function inventoryCostBetween(
  demand: LossFunctions,
  { holding, shortage }: CostRates,
  low: number,
  high: number,
): number {
  const { mean, shortSecond } = demand;
  const carried = (holding * (high - low) * (high - mean + (low - mean))) / 2;
  return carried + (holding + shortage) * (shortSecond(low) - shortSecond(high));
}
