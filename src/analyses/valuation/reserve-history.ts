import { isoTextOfSerial } from "../../engine/calendar";
import { readRows, reserveTable, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { PriorReserve } from "./roll-forward";

export type ReserveRow = Row<typeof reserveTable.columns>;

export interface ReserveHistory {
  /** Day of the last month end before, an Excel serial; undefined where there is none. */
  readonly day?: number;
  readonly prior: ReadonlyMap<string, PriorReserve & { readonly item: string; readonly location: string }>;
  /** Rows that stay: those of other month ends. */
  readonly kept: readonly ReserveRow[];
  readonly issues: readonly Issue[];
}

/** Reserves of the last month end before the cut-off. Rows of the cut-off itself are those of an earlier run of this month. */
export function reserveHistory(reserve: TableContent | undefined, asOf: number): ReserveHistory {
  if (reserve === undefined) return { prior: new Map(), kept: [], issues: [] };
  const { rows, rowNumbers, issues: read } = readRows(reserveTable, reserve.columns, reserve.rows);
  const issues: Issue[] = [...read];
  const days = rows.flatMap(({ AsOf }) => (AsOf !== null && AsOf < asOf ? [AsOf] : []));
  const day = days.length === 0 ? undefined : days.reduce((last, one) => Math.max(last, one));
  const prior = new Map<string, PriorReserve & { item: string; location: string }>();
  rows.forEach(({ AsOf, Item, Location, Closing, Qty, Rate }, i) => {
    if (AsOf !== day) return;
    const [item, location] = [Item as string, Location ?? ""];
    const id = leafId(item, location);
    if (prior.has(id)) {
      const message = `Item must stand once a month end and location, got ${item} again for ${isoTextOfSerial(AsOf as number)}`;
      issues.push({ table: reserveTable.name, row: rowNumbers[i], column: "Item", message });
      return;
    }
    prior.set(id, { item, location, amount: Closing as number, quantity: Qty ?? 0, rate: Rate ?? 1 });
  });
  return { day, prior, kept: rows.filter(({ AsOf }) => AsOf !== asOf), issues };
}
