import { isoTextOfSerial } from "../../engine/calendar";

/** Customers of an item at a place who wait at the end of a period. */
export interface StaysShort {
  readonly item: string;
  readonly location: string;
  /** First day of the period. */
  readonly date: number;
  readonly units: number;
}

/** Units below it are what solvers leave over, nothing that anybody waits for or ships. */
export const trace = 1e-4;

export function staysShort(
  item: string,
  location: string,
  waiting: readonly number[],
  starts: readonly number[],
): StaysShort[] {
  return waiting.flatMap((units, period) =>
    units > trace ? [{ item, location, date: starts[period], units }] : [],
  );
}

export function shortMessage(waits: readonly StaysShort[]): string {
  const [{ item, location }] = waits;
  const parts = waits.map(
    ({ date, units }) => `${Number(units.toPrecision(4))} in the period from ${isoTextOfSerial(date)}`,
  );
  return `${item}: ${location} stays short of ${parts.join(", ")}`;
}
