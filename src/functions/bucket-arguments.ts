import {
  type BucketCalendar,
  calendarOf,
  calendarSeason,
  type DemandBucket,
  demandBuckets,
  fiscalMonths,
  serialOfIsoText,
} from "../engine/calendar";
import { choice, optional } from "./arguments";
import { date } from "./date-arguments";

const fiscal = "4-4-5";

/** Time buckets a table of lines may be cut into: those of the calendar, or months of whole weeks. */
export const bucket = optional(
  choice("Time bucket: day, week, month, quarter, or 4-4-5 months", [...demandBuckets, fiscal] as const),
  "M",
);
export type Bucket = DemandBucket | typeof fiscal;

/** A Monday, first day of a calendar year. */
const usualStart = "2024-01-01";
export const fiscalStart = optional(
  date("First day of a fiscal year, for 4-4-5"),
  undefined,
  `${usualStart}, a Monday`,
);

export function bucketCalendar(wanted: Bucket, start: number | undefined): BucketCalendar {
  if (wanted !== fiscal) return calendarOf(wanted);
  return fiscalMonths(start ?? (serialOfIsoText(usualStart) as number));
}

export const bucketSeason = (wanted: Bucket): number => (wanted === fiscal ? 12 : calendarSeason[wanted]);

export const fiscalNote =
  "4-4-5: months of four, four and five weeks from the first day of a fiscal year (any year's). Each year begins on that weekday, at most three days from the anniversary; a 53rd week goes to the last month.";
