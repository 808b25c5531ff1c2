import { bucketOf, bucketStart } from "../../engine/calendar";

export const flowBuckets = ["W", "M"] as const;
export type FlowBucket = (typeof flowBuckets)[number];

export interface FlowPeriods {
  /** First day of each period, and after them the day after the last. */
  readonly starts: readonly number[];
  /** Number of the month in which they begin, as `bucketOf` counts. */
  readonly firstMonth: number;
  /** Calendar months they touch. */
  readonly months: number;
  /** What so much a month, the first one first, is in each period: a month is spread evenly over its days. */
  readonly spread: (byMonth: readonly number[]) => number[];
}

/** Periods from the day after the stock was counted: seven days each, or calendar months, of which the first may be a part. */
export function flowPeriods(stockDay: number, bucket: FlowBucket, count: number): FlowPeriods {
  const first = stockDay + 1;
  const firstMonth = bucketOf(first, "M");
  const starts = Array.from({ length: count + 1 }, (_, k) =>
    bucket === "W" ? first + 7 * k : k === 0 ? first : bucketStart(firstMonth + k, "M"),
  );
  const months = bucketOf(starts[count] - 1, "M") - firstMonth + 1;
  const spread = (byMonth: readonly number[]) =>
    starts.slice(1).map((end, t) =>
      byMonth.reduce((sum, units, month) => {
        const [opens, closes] = [
          bucketStart(firstMonth + month, "M"),
          bucketStart(firstMonth + month + 1, "M"),
        ];
        const days = Math.min(end, closes) - Math.max(starts[t], opens);
        return days <= 0 ? sum : sum + (units * days) / (closes - opens);
      }, 0),
    );
  return { starts, firstMonth, months, spread };
}
