import { mean, sampleStandardDeviation } from "simple-statistics";
import { insufficientData } from "../errors";

export type LeadTimeDrift = "OK" | "LONGER" | "ERRATIC";

export interface DriftRule {
  /** Latest receipts that are judged together. */
  readonly window: number;
  /** Standard errors, and times the earlier spread, from which it counts. */
  readonly limit: number;
}

export interface DriftEvidence {
  readonly verdict: LeadTimeDrift;
  /** Mean of the latest receipts less the contract, days. */
  readonly excess: number;
  /** Spread that excess is measured against: of the earlier receipts where there are at least as many as in the window, else of the window. */
  readonly spread: number;
  /** Spread of the latest receipts over that of the earlier ones; null where there are too few earlier ones. */
  readonly spreadRatio: number | null;
}

/**
 * Whether a supplier still keeps the lead time agreed. LONGER: the latest receipts are on average later than the contract by more than
 * `limit` standard errors. ERRATIC: their spread is more than `limit` times that of the receipts before them. LONGER is said first, as
 * a shift also widens the spread.
 * Source: Shewhart's chart for means, Montgomery (2012), Introduction to Statistical Quality Control, ch. 6.
 * @param actuals days, oldest first
 */
export function leadTimeDrift(
  contract: number,
  actuals: readonly number[],
  { window, limit }: DriftRule,
): DriftEvidence {
  const times = actuals.filter((days) => !Number.isNaN(days));
  if (times.length < window)
    throw insufficientData("actuals", `must hold at least ${window} receipts`, times.length);
  const latest = times.slice(-window);
  const earlier = times.slice(0, -window);
  const latestSpread = sampleStandardDeviation(latest);
  const known = earlier.length >= window;
  const spread = known ? sampleStandardDeviation(earlier) : latestSpread;
  const excess = mean(latest) - contract;
  const spreadRatio = !known
    ? null
    : spread === 0
      ? latestSpread === 0
        ? 1
        : Infinity
      : latestSpread / spread;
  const longer = excess > (limit * spread) / Math.sqrt(window) && excess > 0;
  const erratic = spreadRatio !== null && spreadRatio > limit;
  return { verdict: longer ? "LONGER" : erratic ? "ERRATIC" : "OK", excess, spread, spreadRatio };
}
