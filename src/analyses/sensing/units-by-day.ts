import { bucketOf, bucketStart, type DemandBucket } from "../../engine/calendar";

/** Units of buckets in a row. */
export interface BucketUnits {
  readonly first: number;
  readonly units: readonly number[];
}

/** Units from a day up to another, which is not in it; NaN where a bucket in between is not known. */
export type UnitsBetween = (from: number, to: number) => number;

export const DAYS_IN_WEEK = 7;
const evenly: readonly number[] = new Array<number>(DAYS_IN_WEEK).fill(1 / DAYS_IN_WEEK);

/** What share of a week's demand falls on each of its days, Monday first, going by the dates of demand lines. */
export function weekdayShares(
  lines: readonly { readonly day: number; readonly units: number }[],
): readonly number[] {
  const totals = new Array<number>(DAYS_IN_WEEK).fill(0);
  for (const { day, units } of lines) totals[day - mondayOf(day)] += Math.max(0, units);
  const total = totals.reduce((sum, units) => sum + units, 0);
  return total > 0 ? totals.map((units) => units / total) : evenly;
}

export function mondayOf(day: number): number {
  return bucketStart(bucketOf(day, "W"), "W");
}

/** Buckets spread over their days by the shares of weekdays; evenly where a bucket has no day with a share. */
export function spreadOverDays(
  { first, units }: BucketUnits,
  bucket: DemandBucket,
  shares: readonly number[],
): UnitsBetween {
  const weightOf = (from: number, to: number, by: readonly number[]) => {
    let weight = 0;
    for (let day = from; day < to; day++) weight += by[day - mondayOf(day)];
    return weight;
  };
  return (from, to) => {
    let total = 0;
    for (let at = bucketOf(from, bucket); bucketStart(at, bucket) < to; at++) {
      const [start, end] = [bucketStart(at, bucket), bucketStart(at + 1, bucket)];
      const by = weightOf(start, end, shares) > 0 ? shares : evenly;
      const part = weightOf(Math.max(from, start), Math.min(to, end), by) / weightOf(start, end, by);
      // A day without a share adds nothing, be its bucket known or not.
      if (part > 0) total += part * (units[at - first] ?? NaN);
    }
    return total;
  };
}
