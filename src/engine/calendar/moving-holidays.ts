import { PlanningError } from "../errors";
import { dateOfDay, dayOfDate, dayOfSerial, serialOfDay } from "./serial";

export const movingHolidays = [
  "EASTER",
  "THANKSGIVING",
  "RAMADAN",
  "EID AL-FITR",
  "EID AL-ADHA",
  "LUNAR NEW YEAR",
  "CHRISTMAS",
] as const;
export type MovingHoliday = (typeof movingHolidays)[number];

/**
 * Days of a holiday between two dates, ends included, in order: Easter Sunday; Thanksgiving of the United States; the first day of Ramadan
 * and of both feasts; the first day of the Chinese year; 25 December.
 * @param from serial, and so is `to`
 * @returns serials
 */
export function holidayDates(holiday: MovingHoliday, from: number, to: number): number[] {
  const [first, last] = [dayOfSerial(from), dayOfSerial(to)];
  const found: number[] = [];
  for (let year = dateOfDay(first).year; year <= dateOfDay(last).year; year++) {
    for (const day of daysIn(holiday, year)) if (day >= first && day <= last) found.push(serialOfDay(day));
  }
  return found;
}

function daysIn(holiday: MovingHoliday, year: number): number[] {
  switch (holiday) {
    case "EASTER":
      return [easter(year)];
    case "THANKSGIVING":
      return [weekdayOfMonth(year, 11, thursday, 4)];
    case "RAMADAN":
      return islamicDays(year, 9, 1);
    case "EID AL-FITR":
      return islamicDays(year, 10, 1);
    case "EID AL-ADHA":
      return islamicDays(year, 12, 10);
    case "LUNAR NEW YEAR":
      return [lunarNewYear(year)];
    case "CHRISTMAS":
      return [dayOfDate({ year, month: 12, day: 25 })];
  }
}

/** Gregorian Easter Sunday. Source: Meeus (1998), chapter 8. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const leapYears = Math.floor((year % 100) / 4);
  const toSunday = (32 + 2 * (century % 4) + 2 * leapYears - epact - (year % 4)) % 7;
  const early = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * early + 114;
  return dayOfDate({ year, month: Math.floor(fromMarch / 31), day: (fromMarch % 31) + 1 });
}

const thursday = 3;

/** Day of the week of a day since 1970-01-01, Monday 0. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function weekdayOfMonth(year: number, month: number, which: number, nth: number): number {
  const first = dayOfDate({ year, month, day: 1 });
  return first + ((which - weekday(first) + 7) % 7) + 7 * (nth - 1);
}

/**
 * Days of a Gregorian year with a given date of the tabular (civil) Islamic calendar: none, one or two of them. The sighted moon and the Umm
 * al-Qura calendar differ by a day or two. Source: Reingold and Dershowitz (2018), section 7.1.
 */
function islamicDays(year: number, month: number, day: number): number[] {
  const approximate = Math.floor(((year - 622) * 33) / 32);
  return [approximate - 1, approximate, approximate + 1, approximate + 2]
    .map((islamicYear) => islamicDay(islamicYear, month, day))
    .filter((each) => dateOfDay(each).year === year);
}

/** 1 Muharram of the year 1, 16 July 622 in the Julian calendar, as days since 1970-01-01. */
const islamicEpoch = -492_148;

function islamicDay(year: number, month: number, day: number): number {
  const leapDays = Math.floor((11 * year + 3) / 30);
  return islamicEpoch + 354 * (year - 1) + leapDays + 29 * (month - 1) + Math.floor(month / 2) + day - 1;
}

const firstLunarYear = 1990;
/**
 * Chinese New Year as days after 31 December: the day in China of the new moon that starts the first month. Computed from the ephemeris of
 * the moon (see test/reference/scripts/holidays.mjs), since the rule needs one.
 */
const lunarNewYears = [
  27, 46, 35, 23, 41, 31, 50, 38, 28, 47, 36, 24, 43, 32, 22, 40, 29, 49, 38, 26, 45, 34, 23, 41, 31, 50, 39,
  28, 47, 36, 25, 43, 32, 22, 41, 29, 48, 37, 26, 44, 34, 23, 42, 31, 50, 39, 28, 46, 35, 24, 43, 32, 22, 41,
  30, 48, 37, 26, 45, 33, 23, 42, 32, 50, 39, 28, 46, 35, 24, 43, 33,
];

function lunarNewYear(year: number): number {
  const days = lunarNewYears.at(year - firstLunarYear);
  if (year < firstLunarYear || days === undefined) {
    const last = firstLunarYear + lunarNewYears.length - 1;
    const message = `event LUNAR NEW YEAR must fall in the years ${firstLunarYear} to ${last}, got ${year}`;
    throw new PlanningError("invalid-input", "event", message);
  }
  return dayOfDate({ year, month: 1, day: 1 }) + days - 1;
}
