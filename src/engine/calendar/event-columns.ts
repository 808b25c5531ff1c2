import { invalidInput } from "../errors";
import { type DemandBucket, bucketOf, bucketStart } from "./buckets";
import { type MovingHoliday, holidayDates, weekday } from "./moving-holidays";
import { dayOfSerial } from "./serial";

/** Something that moves demand on certain days. */
export interface CalendarEvent {
  /** A holiday that is looked up, or the serials of the event's own days. */
  readonly on: MovingHoliday | readonly number[];
  /** Days before and after each of these that belong to the event: Ramadan has 29 after its first. */
  readonly before?: number;
  readonly after?: number;
}

/** Consecutive buckets of demand. */
export interface BucketSpan {
  /** Serial of any day in the first bucket. */
  readonly start: number;
  /** Number of buckets, history and coming ones. */
  readonly count: number;
  readonly bucket: DemandBucket;
}

/**
 * Turns events into columns for a regression, a value for each bucket: the share of the event's days that fall in it. An Easter week that lies
 * half in March and half in April is 0.5 in each; the coefficient is the effect of the whole event. Days of events that overlap count twice.
 */
export function eventColumns(events: readonly CalendarEvent[], span: BucketSpan): number[][] {
  const { start, count, bucket } = checkedSpan(span);
  const first = bucketOf(start, bucket);
  const [firstDay, lastDay] = [bucketStart(first, bucket), bucketStart(first + count, bucket) - 1];
  return events.map(({ on, before = 0, after = 0 }) => {
    const width = checkedDays("before", before) + checkedDays("after", after) + 1;
    const column = new Array<number>(count).fill(0);
    const dates =
      typeof on === "string" ? holidayDates(on, Math.max(1, firstDay - after), lastDay + before) : on;
    for (const date of dates) {
      for (let day = Math.floor(date) - before; day <= Math.floor(date) + after; day++) {
        if (day >= firstDay && day <= lastDay) column[bucketOf(day, bucket) - first] += 1 / width;
      }
    }
    return column;
  });
}

/** Monday to Friday. */
const usualWorkdays = [true, true, true, true, true, false, false];

/**
 * Working days of each bucket, a driver where demand follows the days open.
 * @param holidays serials of days closed
 * @param workdays for Monday to Sunday whether it is worked
 */
export function workingDays(
  span: BucketSpan,
  holidays: readonly number[] = [],
  workdays: readonly boolean[] = usualWorkdays,
): number[] {
  const { start, count, bucket } = checkedSpan(span);
  const first = bucketOf(start, bucket);
  const closed = new Set(holidays.map((serial) => dayOfSerial(serial)));
  return Array.from({ length: count }, (_, i) => {
    const [opens, next] = [first + i, first + i + 1].map((index) => dayOfSerial(bucketStart(index, bucket)));
    let open = 0;
    for (let day = opens; day < next; day++) if (workdays[weekday(day)] && !closed.has(day)) open++;
    return open;
  });
}

function checkedSpan(span: BucketSpan): BucketSpan {
  if (!Number.isInteger(span.count) || span.count < 1)
    throw invalidInput("count", "must be a whole number of at least 1", span.count);
  if (!(span.start >= 1)) throw invalidInput("start", "must be a date, 1900-01-01 or later", span.start);
  return span;
}

function checkedDays(name: string, days: number): number {
  if (Number.isInteger(days) && days >= 0) return days;
  throw invalidInput(name, "must be a whole number of days, 0 or more", days);
}
