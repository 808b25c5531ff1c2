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

const millisecondsInDay = 86_400_000;
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

export function dateOfDay(day: number): CalendarDate {
  const date = new Date(day * millisecondsInDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days since 1970-01-01 of a date from the year 100 on. */
export function dayOfDate({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / millisecondsInDay;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Serial of an ISO 8601 date (2024-01-31); a time behind it is dropped, whatever its zone. Undefined where the text is none. */
export function serialOfIsoText(text: string): number | undefined {
  const match = isoDate.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number);
  if (year < 1900) return undefined;
  const days = dayOfDate({ year, month, day });
  const back = dateOfDay(days);
  return back.month === month && back.day === day ? serialOfDay(days) : undefined;
}
