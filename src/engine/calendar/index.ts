export {
  type BucketCalendar,
  bucketOf,
  bucketStart,
  calendarOf,
  calendarSeason,
  daysPerMonth,
  daysPerYear,
  daysToPeriods,
  demandBuckets,
  type DemandBucket,
} from "./buckets";
export {
  dayOfSerial,
  firstSerial,
  isoTextOfSerial,
  lastSerial,
  serialOfDay,
  serialOfIsoText,
} from "./serial";
export { fiscalMonths } from "./fiscal-months";
export { type BucketSpan, type CalendarEvent, eventColumns, workingDays } from "./event-columns";
export { holidayDates, movingHolidays, type MovingHoliday } from "./moving-holidays";
