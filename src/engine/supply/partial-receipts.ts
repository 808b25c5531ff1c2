import { daysBetween } from "./lead-time";

/** When a line that came in parts counts as received: with its first part, with its last, or the mean by quantity. */
export const partialRules = ["FIRST", "LAST", "QTY"] as const;
export type PartialRule = (typeof partialRules)[number];

export interface PartialReceipt {
  /** Days, as Excel serials. */
  readonly ordered: number;
  readonly received: number;
  /** Units; NaN or 0 where not known. */
  readonly quantity: number;
}

/**
 * Lead time of one order line from its receipts, days. By quantity, a part without a quantity weighs nothing; where no part has one, all
 * weigh the same.
 * Source: Silver, Pyke and Thomas (2017), section 6.10.3, on what to measure.
 * @param parts at least one, none received before it was ordered
 * @param workdays working days a week, Monday first; undefined counts calendar days
 */
export function lineLeadTime(parts: readonly PartialReceipt[], rule: PartialRule, workdays?: number): number {
  const days = parts.map(({ ordered, received }) => daysBetween(ordered, received, workdays));
  if (rule === "FIRST") return Math.min(...days);
  if (rule === "LAST") return Math.max(...days);
  const weights = parts.map(({ quantity }) => (quantity > 0 ? quantity : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return days.reduce((sum, day) => sum + day, 0) / days.length;
  return days.reduce((sum, day, i) => sum + day * weights[i], 0) / total;
}
