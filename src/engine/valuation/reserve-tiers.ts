import { PlanningError } from "../errors";

export interface ReserveTier {
  /** Type of material it holds for; "" for all types without tiers of their own. */
  readonly type: string;
  /** Measure from which it holds: months of cover, days of age. */
  readonly threshold: number;
  /** Share of the value that is written down. */
  readonly share: number;
}

/**
 * The tier of a measure: of those of the type, the one with the largest threshold at or below it; none below the first.
 * Source: SAP, Balance sheet valuation, lowest value determination by range of coverage (MRN1).
 */
export function reserveTier(
  tiers: readonly ReserveTier[],
  measure: number,
  type: string,
): ReserveTier | undefined {
  const own = tiers.filter((tier) => tier.type === type && type !== "");
  const applying = own.length > 0 ? own : tiers.filter((tier) => tier.type === "");
  if (applying.length === 0)
    throw new PlanningError(
      "no-solution",
      "tiers",
      `tiers must hold the type ${type === "" ? "(blank)" : type}`,
    );
  let found: ReserveTier | undefined;
  for (const tier of applying) {
    if (tier.threshold <= measure && (found === undefined || tier.threshold > found.threshold)) found = tier;
  }
  return found;
}
