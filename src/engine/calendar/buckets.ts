import { dateOfDay, dayOfDate, dayOfSerial, serialOfDay } from "./serial";

/** Day, ISO week (from Monday), month, quarter. */
export const demandBuckets = ["D", "W", "M", "Q"] as const;
export type DemandBucket = (typeof demandBuckets)[number];

/** Buckets in a season, from the calendar: a week of days, a year of the others. Each method tests whether the season is there. */
export const calendarSeason: Readonly<Record<DemandBucket, number>> = { D: 7, W: 52, M: 12, Q: 4 };

/** Buckets, numbered so that the next is one more, and their first days as serials. */
export interface BucketCalendar {
  readonly of: (serial: number) => number;
  readonly start: (index: number) => number;
}

/** Days, ISO weeks, months and quarters as everybody counts them. */
export function calendarOf(bucket: DemandBucket): BucketCalendar {
  return { of: (serial) => bucketOf(serial, bucket), start: (index) => bucketStart(index, bucket) };
}

/** On the average. */
export const daysPerYear = 365.25;
export const daysPerMonth = daysPerYear / 12;

const calendarDays: Record<DemandBucket, number> = {
  D: 1,
  W: 7,
  M: daysPerMonth,
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

/** 1970-01-01 was a Thursday, three days into its week. */
const dayOfWeekZero = -3;

/** The bucket a date falls in, numbered so that the next bucket is one more. */
export function bucketOf(serial: number, bucket: DemandBucket): number {
  const days = dayOfSerial(serial);
  if (bucket === "D") return days;
  if (bucket === "W") return Math.floor((days - dayOfWeekZero) / 7);
  const { year, month } = dateOfDay(days);
  const months = year * 12 + month - 1;
  return bucket === "M" ? months : Math.floor(months / 3);
}

/** Serial of the first day of a bucket. */
export function bucketStart(index: number, bucket: DemandBucket): number {
  if (bucket === "D") return serialOfDay(index);
  if (bucket === "W") return serialOfDay(dayOfWeekZero + 7 * index);
  const months = bucket === "M" ? index : 3 * index;
  return serialOfDay(dayOfDate({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 }));
}
