import { PlanningError } from "../errors";
import { daysBetween } from "../supply";

export type StockStatus = "Active" | "Slow" | "Excess" | "Obsolete" | "New" | "No stock";

export interface StockToJudge {
  readonly onHand: number;
  /** Day of the last issue, an Excel serial; undefined where there never was one. */
  readonly lastIssue?: number;
  /** Units forecast for the next 12 months. */
  readonly forecast12: number;
}

export interface StatusRule {
  /** Day as of which it is judged, an Excel serial. */
  readonly asOf: number;
  /** Days without an issue beyond which stock is slow, and dead. */
  readonly slow: number;
  readonly dead: number;
}

/**
 * Status of stock, the gravest that applies: no stock; new, never issued; obsolete, no issue for more than `dead` days; slow, for more
 * than `slow`; excess, more than the forecast of 12 months; else active.
 * Source: ASCM Dictionary, "obsolete inventory", "slow-moving", "excess inventory".
 */
export function stockStatus(
  { onHand, lastIssue, forecast12 }: StockToJudge,
  { asOf, slow, dead }: StatusRule,
): StockStatus {
  if (onHand <= 0) return "No stock";
  if (lastIssue === undefined) return "New";
  const idle = daysBetween(lastIssue, asOf);
  if (idle < 0) {
    const message = `lastissue must not be after asof, got ${-idle} days later`;
    throw new PlanningError("invalid-input", "lastissue", message);
  }
  if (idle > dead) return "Obsolete";
  if (idle > slow) return "Slow";
  return onHand > forecast12 ? "Excess" : "Active";
}
