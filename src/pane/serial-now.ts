/** This moment as Excel writes it. */
export function serialNow(): number {
  return Date.now() / MILLISECONDS_IN_DAY + SERIAL_OF_1970;
}

const MILLISECONDS_IN_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
