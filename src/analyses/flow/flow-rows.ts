import { isoTextOfSerial } from "../../engine/calendar";
import type { Shipment } from "../../engine/network";
import type { flowPlanTable, Row } from "../../workbook/tables";

export type FlowRow = Row<typeof flowPlanTable.columns>;

/** What gives the numbers of a plan their names back. */
export interface PlannedItem {
  readonly item: string;
  /** Body row of Items, counted from 1. */
  readonly row: number;
  readonly places: readonly string[];
  /** Places at both ends, as the problem has its lanes. */
  readonly lanes: readonly { readonly from: string; readonly to: string }[];
}

/** Customers of an item at a place who wait at the end of a period. */
export interface StaysShort {
  readonly item: string;
  readonly location: string;
  /** First day of the period. */
  readonly date: number;
  readonly units: number;
}

/** Less is what solvers leave over, not a customer. */
const leastShort = 1e-4;

export function rowsOf(
  { item, lanes }: PlannedItem,
  shipments: readonly Shipment[],
  { starts, runId }: { readonly starts: readonly number[]; readonly runId: string },
): FlowRow[] {
  return shipments.map(({ lane, period, arrives, units, cost, full }) => ({
    Item: item,
    From: lanes[lane].from,
    To: lanes[lane].to,
    Date: starts[period],
    Qty: units,
    Arrives: starts[arrives],
    Cost: cost,
    Limit: full ? "capacity" : null,
    RunId: runId,
  }));
}

export function staysShort(
  item: string,
  location: string,
  waiting: readonly number[],
  starts: readonly number[],
): StaysShort[] {
  return waiting.flatMap((units, period) =>
    units > leastShort ? [{ item, location, date: starts[period], units }] : [],
  );
}

export function shortMessage(waits: readonly StaysShort[]): string {
  const [{ item, location }] = waits;
  const parts = waits.map(
    ({ date, units }) => `${Number(units.toPrecision(4))} in the period from ${isoTextOfSerial(date)}`,
  );
  return `${item}: ${location} stays short of ${parts.join(", ")}`;
}
