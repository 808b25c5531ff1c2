const MILLISECONDS_IN_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** 2026-03-31 of an Excel serial. */
export function isoDay(serial: number): string {
  return new Date((serial - SERIAL_OF_1970) * MILLISECONDS_IN_DAY).toISOString().slice(0, 10);
}

/** The planner's date, not Greenwich's. */
export function serialOfToday(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS_IN_DAY + SERIAL_OF_1970;
}
