import type { DemandBucket } from "../../engine/calendar";
import { betweenBlocks, clumpingSd } from "../../engine/demand";

/** How unevenly the demand of an item comes within its buckets: few customers who take much at once. */
export interface Clumping {
  /** Standard deviation about a steady pace over the lead time, units. */
  readonly overLeadTime: number;
  /** The same over lead time and one review, at least a day. */
  readonly overProtection: number;
  /** Share of the days on which something is taken. */
  readonly busyDays: number;
  /** Of the variance that buckets tell over each span, the share that is not of single days. */
  readonly evenOverLeadTime: number;
  readonly evenOverProtection: number;
}

/** Stock that is watched all the time is still ordered for at most once a day. */
export const shortestReview = 1;

const daysOf: Record<DemandBucket, number> = { D: 1, W: 7, M: 30, Q: 91 };

/**
 * @param daily units that left stock, day by day
 * @param leadTime days, mean
 * @param review days; 0 continuous
 * @returns null where the days are too few to tell, or nobody took anything
 */
export function clumpingOf(
  daily: readonly number[],
  leadTime: number,
  review: number,
  bucket: DemandBucket,
): Clumping | null {
  if (!daily.some((units) => units > 0)) return null;
  const block = daysOf[bucket];
  const spread = (days: number) => (days < 1 ? 0 : clumpingSd(daily, days, block));
  const protection = leadTime + Math.max(review, shortestReview);
  const overLeadTime = spread(leadTime);
  const overProtection = spread(protection);
  if (Number.isNaN(overLeadTime) || Number.isNaN(overProtection)) return null;
  const [evenOverLeadTime, evenOverProtection] = [leadTime, protection].map((days) =>
    betweenBlocks(days, block),
  );
  const busyDays = daily.filter((units) => units > 0).length / daily.length;
  return { overLeadTime, overProtection, busyDays, evenOverLeadTime, evenOverProtection };
}
