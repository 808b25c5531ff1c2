/** Day, ISO week, month, quarter. */
export const demandBuckets = ["D", "W", "M", "Q"] as const;
export type DemandBucket = (typeof demandBuckets)[number];

const daysPerYear = 365.25;

const calendarDays: Record<DemandBucket, number> = {
  D: 1,
  W: 7,
  M: daysPerYear / 12,
  Q: daysPerYear / 4,
};

/**
 * Days expressed in buckets.
 * @param days calendar days, or working days where `workdaysPerWeek` is given
 * @param workdaysPerWeek working days in a week, above 0 and at most 7
 * @returns periods
 */
export function daysToPeriods(days: number, bucket: DemandBucket, workdaysPerWeek?: number): number {
  const daysInBucket =
    workdaysPerWeek === undefined ? calendarDays[bucket] : workdaysIn(bucket, workdaysPerWeek);
  return days / daysInBucket;
}

function workdaysIn(bucket: DemandBucket, workdaysPerWeek: number): number {
  return bucket === "D" ? 1 : (calendarDays[bucket] / 7) * workdaysPerWeek;
}
