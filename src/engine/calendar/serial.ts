/** Excel's dates: a serial counts days, 1 is 1900-01-01, the fraction is the time of day. */
export const firstSerial = 1;
/** 9999-12-31. */
export const lastSerial = 2_958_465;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Serial of 1970-01-01, from which the engine counts days. */
const serialOfDayZero = 25_569;
/**
 * Excel believes in 29 February 1900, and gives it this serial. Days before it are numbered one less than the calendar would have
 * it; the day itself counts as 28 February, so that it stays in its month.
 */
const serialThatNeverWas = 60;

/** Days since 1970-01-01; the time of day is dropped. */
export function dayOfSerial(serial: number): number {
  const whole = Math.floor(serial);
  return whole - serialOfDayZero + (whole < serialThatNeverWas ? 1 : 0);
}

export function serialOfDay(day: number): number {
  const serial = day + serialOfDayZero;
  return serial <= serialThatNeverWas ? serial - 1 : serial;
}

const daysInEra = 146_097;
/** 1970-01-01 counted from 1 March of the year 0. */
const dayZero = 719_468;

/**
 * The Gregorian date of a day. Years start in March, so that the leap day is the last of its year, and an era is 400 years.
 * Source: Richards (2013), section 15.11.3, in other words.
 */
export function dateOfDay(day: number): CalendarDate {
  const shifted = day + dayZero;
  const era = Math.floor(shifted / daysInEra);
  const ofEra = shifted - era * daysInEra;
  const leapDays =
    Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / (daysInEra - 1));
  const yearOfEra = Math.floor((ofEra - leapDays) / 365);
  const ofYear = ofEra - daysBeforeYear(yearOfEra);
  const month = Math.floor((5 * ofYear + 2) / 153);
  const fromJanuary = month < 10 ? month + 3 : month - 9;
  return {
    year: era * 400 + yearOfEra + (fromJanuary <= 2 ? 1 : 0),
    month: fromJanuary,
    day: ofYear - daysBeforeMonth(month) + 1,
  };
}

/** Days since 1970-01-01. */
export function dayOfDate({ year, month, day }: CalendarDate): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const ofYear = daysBeforeMonth((month + 9) % 12) + day - 1;
  return era * daysInEra + daysBeforeYear(fromMarch - era * 400) + ofYear - dayZero;
}

function daysBeforeYear(yearOfEra: number): number {
  return 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
}

/** March is month 0; five months have 153 days, 31 and 30 in turn. */
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Serial of an ISO 8601 date (2024-01-31); a time behind it is dropped, whatever its zone. Undefined where the text is none. */
export function serialOfIsoText(text: string): number | undefined {
  const match = isoDate.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number);
  if (year < 1900 || month < 1 || month > 12) return undefined;
  const days = dayOfDate({ year, month, day });
  const back = dateOfDay(days);
  return back.month === month && back.day === day ? serialOfDay(days) : undefined;
}

/** ISO 8601 text of a day, such as 2024-01-31. */
export function isoTextOfSerial(serial: number): string {
  const { year, month, day } = dateOfDay(dayOfSerial(serial));
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  );
}
