export {
  bucketOf,
  bucketStart,
  calendarSeason,
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
export { type BucketSpan, type CalendarEvent, eventColumns, workingDays } from "./event-columns";
export { holidayDates, movingHolidays, type MovingHoliday } from "./moving-holidays";
