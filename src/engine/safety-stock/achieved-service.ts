import type { LossFunctions } from "../math/loss";

export interface AchievedService {
  /** Chance of no stockout in a cycle, P(demand over the lead time <= r). */
  readonly cycleServiceLevel: number;
  /** Share of units delivered from stock. */
  readonly fillRate: number;
  /** Share of time with stock on hand. */
  readonly readyRate: number;
}

/**
 * What an (r, Q) policy achieves under continuous review with backorders, the position being uniform over the lot:
 * fill rate 1 - [n(r) - n(r + Q)] / Q, both tails. Units are demanded one at a time or as a flow, so that the first unit not served meets
 * an empty shelf and the ready rate is the fill rate. It is not so for customers who take many units at once.
 * Source: Hadley and Whitin (1963), sections 4-7 and 4-9; Zipkin (2000), section 6.2.
 */
export function achievedService(demand: LossFunctions, reorderPoint: number, lot: number): AchievedService {
  const unserved = (demand.short(reorderPoint) - demand.short(reorderPoint + lot)) / lot;
  return { cycleServiceLevel: demand.cdf(reorderPoint), fillRate: 1 - unserved, readyRate: 1 - unserved };
}
