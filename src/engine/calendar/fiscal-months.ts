import type { BucketCalendar } from "./buckets";
import { dateOfDay, dayOfDate, dayOfSerial, serialOfDay } from "./serial";

/** Weeks from the start of a quarter to each of its months: four weeks, four weeks, five weeks. */
const weeksBefore = [0, 4, 8];
const weeksInQuarter = 13;

/**
 * Months of four, four and five weeks, so that like months have like weeks. A year begins on the weekday of the fiscal year that is given, as
 * near to its anniversary as can be, at most three days off; where that leaves 53 weeks, the last month has six.
 * Source: National Retail Federation, 4-5-4 calendar, on the 53rd week; ASCM Dictionary, 4-4-5 calendar.
 * @param fiscalStart serial of the first day of any fiscal year
 */
export function fiscalMonths(fiscalStart: number): BucketCalendar {
  const anchor = dayOfSerial(fiscalStart);
  const { year, month, day } = dateOfDay(anchor);
  /** First day of the fiscal year that is so many after the given one. */
  const startOfYear = (years: number): number => {
    const anniversary = dayOfDate({ year: year + years, month, day });
    const past = (((anniversary - anchor) % 7) + 7) % 7;
    return past <= 3 ? anniversary - past : anniversary + 7 - past;
  };
  return {
    of: (serial) => {
      const at = dayOfSerial(serial);
      let years = dateOfDay(at).year - year;
      while (startOfYear(years) > at) years--;
      while (startOfYear(years + 1) <= at) years++;
      const week = Math.floor((at - startOfYear(years)) / 7);
      const quarter = Math.min(3, Math.floor(week / weeksInQuarter));
      const place = week - quarter * weeksInQuarter;
      return 12 * years + 3 * quarter + (place < weeksBefore[1] ? 0 : place < weeksBefore[2] ? 1 : 2);
    },
    start: (index) => {
      const years = Math.floor(index / 12);
      const place = index - 12 * years;
      const weeks = weeksInQuarter * Math.floor(place / 3) + weeksBefore[place % 3];
      return serialOfDay(startOfYear(years) + 7 * weeks);
    },
  };
}
