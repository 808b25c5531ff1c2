import {
  demandBounds,
  empiricalTables,
  type Network,
  type Pooling,
  type StockTerms,
} from "../../engine/network";
import type { StockingPlace } from "./item-network";

/** How demand is bounded that stock is to cover; EMPIRICAL: by the sums that were observed. */
export const placementBounds = [...demandBounds, "EMPIRICAL"] as const;
export type PlacementBound = (typeof placementBounds)[number];

/** What stock in one item's network is to cover. */
export interface CoverRules {
  /** At places that have none of their own. */
  readonly z: number;
  readonly pooling: Pooling;
  readonly bound: PlacementBound;
  /** Days in a bucket of the places' histories. */
  readonly bucketDays: number;
}

/** Spread of the demand that customers place, as the bound takes it: of Poisson demand the root of its mean. */
export function coveredSd({ demandMean, demandSd }: StockingPlace, bound: PlacementBound): number {
  return bound === "POISSON" ? Math.sqrt(demandMean) : demandSd;
}

export function itemTerms(
  { z, pooling, bound, bucketDays }: CoverRules,
  places: readonly StockingPlace[],
  stocked: Network,
): StockTerms {
  if (bound !== "EMPIRICAL") return { z, pooling, bound };
  const histories = places.map(({ history }) => history);
  return { z, pooling, bound: empiricalTables(stocked, { histories, bucketTime: bucketDays, z }) };
}
