/** Days are Excel serials throughout the sample. */
export function serial(year: number, month: number, day = 1): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 - Date.UTC(1899, 11, 30) / 86_400_000;
}

export const MONTHS = 36;
/** The month that is closed: October 2026. */
export const FIRST_MONTH = { year: 2023, month: 11 };
export const closing = serial(2026, 10, 31);
/** Movements are booked day by day from here on; older months are known as monthly demand only. */
export const firstBooking = serial(2025, 8, 1);
export const BOOKED_MONTHS = 15;

/** First day of a month of the sample, counted from 0. */
export function monthStart(month: number): number {
  return serial(FIRST_MONTH.year, FIRST_MONTH.month + month);
}

/** Month of the year, 0 January. */
export function monthOfYear(month: number): number {
  return (FIRST_MONTH.month - 1 + month) % 12;
}

/** Excel counts Sunday 1; serial 1 was one. */
export function isWorkday(day: number): boolean {
  const weekday = (day - 1) % 7;
  return weekday !== 0 && weekday !== 6;
}

export function workdaysOf(month: number): number[] {
  const [from, to] = [monthStart(month), monthStart(month + 1)];
  return Array.from({ length: to - from }, (_, i) => from + i).filter(isWorkday);
}
