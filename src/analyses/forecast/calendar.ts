import type { DemandBucket } from "../../engine/demand";

const MILLISECONDS_IN_DAY = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const MONTHS_IN_YEAR = 12;
const MONTHS_IN_QUARTER = 3;
const DAYS_IN_WEEK = 7;
/** Serial 2 is a Monday, counted from 1899-12-30 as Excel does from March 1900 on. */
const A_MONDAY = 2;

/** Number of the bucket that a date lies in; the next bucket has the next number. Weeks are ISO weeks. */
export function bucketOf(serial: number, bucket: DemandBucket): number {
  switch (bucket) {
    case "D":
      return Math.floor(serial);
    case "W":
      return Math.floor((serial - A_MONDAY) / DAYS_IN_WEEK);
    case "M":
      return monthOf(serial);
    case "Q":
      return Math.floor(monthOf(serial) / MONTHS_IN_QUARTER);
  }
}

/** First day of a bucket as an Excel serial. */
export function bucketStart(index: number, bucket: DemandBucket): number {
  switch (bucket) {
    case "D":
      return index;
    case "W":
      return index * DAYS_IN_WEEK + A_MONDAY;
    case "M":
      return firstOfMonth(index);
    case "Q":
      return firstOfMonth(index * MONTHS_IN_QUARTER);
  }
}

/** Buckets in a season, from the calendar: a test by each method decides whether the season is used. */
export const seasonOf: Readonly<Record<DemandBucket, number>> = { D: 7, W: 52, M: 12, Q: 4 };

function monthOf(serial: number): number {
  const date = new Date(SERIAL_ZERO + serial * MILLISECONDS_IN_DAY);
  return date.getUTCFullYear() * MONTHS_IN_YEAR + date.getUTCMonth();
}

function firstOfMonth(month: number): number {
  const instant = Date.UTC(Math.floor(month / MONTHS_IN_YEAR), month % MONTHS_IN_YEAR, 1);
  return (instant - SERIAL_ZERO) / MILLISECONDS_IN_DAY;
}
