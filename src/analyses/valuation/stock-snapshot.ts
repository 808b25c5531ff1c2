import { dayOfSerial } from "../../engine/calendar";
import { inTransit } from "../../engine/valuation";
import { readRows, stockTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { hasColumn } from "../needs";
import { narrowed } from "../narrowed-schema";
import { leafId } from "../forecast/plan-forecast";

/** One item at one place as Stock has it, all lots and statuses together. */
export interface StockLine {
  readonly item: string;
  readonly location: string;
  own: number;
  vendor: number;
  /** Of own stock; null where a row has none. */
  value: number | null;
  /** Money on rows the vendor owns, which should have none. */
  vendorValue: number;
  /** Body row of Stock counted from 1, of own stock if there is some. */
  row: number;
  vendorRow: number;
}

export interface StockSnapshot {
  readonly lines: ReadonlyMap<string, StockLine>;
  /** Day of the snapshot, an Excel serial; undefined where Stock names none. */
  readonly asOf?: number;
  /** Some row has a value. */
  readonly valued: boolean;
  readonly issues: readonly Issue[];
}

const schema = narrowed(stockTable, ["Item", "Location", "Lot", "Status", "Owner", "AsOf", "Qty", "Value"]);

/** The latest snapshot of Stock on or before the cut-off. Rows without a day belong to it. */
export function stockSnapshot(stock: TableContent | undefined, cutOff: number): StockSnapshot {
  if (stock === undefined) return { lines: new Map(), valued: false, issues: [] };
  const { rows, rowNumbers, issues: read } = readRows(keysAsThere(stock), stock.columns, stock.rows);
  const days = rows.flatMap(({ AsOf }) =>
    AsOf === null || AsOf >= Math.floor(cutOff) + 1 ? [] : [dayOfSerial(AsOf)],
  );
  const day = days.length === 0 ? undefined : days.reduce((latest, one) => Math.max(latest, one));
  const lines = new Map<string, StockLine>();
  const issues: Issue[] = [...read];
  const seen = new Map<string, number>();
  let asOf: number | undefined;
  let valued = false;
  rows.forEach((cells, i) => {
    const { Item, Location, Lot, Status, Owner, AsOf, Qty, Value } = cells;
    if (AsOf !== null && dayOfSerial(AsOf) !== day) return;
    if (AsOf !== null) asOf = Math.floor(AsOf);
    const key = JSON.stringify([Item, Location, Lot, Status, Owner]);
    const before = seen.get(key);
    if (before !== undefined) {
      const message = `Item must stand once a location, lot, status and owner, got ${Item} again, which row ${before} has already`;
      issues.push({ table: stockTable.name, row: rowNumbers[i], column: "Item", message });
      return;
    }
    seen.set(key, rowNumbers[i]);
    const location = Status === "transit" ? inTransit : (Location ?? "");
    const id = leafId(Item as string, location);
    let line = lines.get(id);
    if (line === undefined) {
      const none = { own: 0, vendor: 0, value: 0, vendorValue: 0, row: 0, vendorRow: 0 };
      lines.set(id, (line = { item: Item as string, location, ...none }));
    }
    if (Value !== null) valued = true;
    if (Owner === "vendor") {
      line.vendor += Qty as number;
      line.vendorValue += Value ?? 0;
      line.vendorRow ||= rowNumbers[i];
    } else {
      line.own += Qty as number;
      line.value = line.value === null || Value === null ? null : line.value + Value;
      line.row ||= rowNumbers[i];
    }
  });
  return { lines, asOf, valued, issues };
}

/** A sheet with one lot, one status or one owner need not say which. */
function keysAsThere(stock: TableContent): typeof schema {
  const columns = Object.fromEntries(
    Object.entries(schema.columns).map(([name, column]) => [
      name,
      column.key && name !== "Item" && (name !== "Location" || !hasColumn(stock, name))
        ? { ...column, required: false }
        : column,
    ]),
  );
  return { ...schema, columns: columns as typeof schema.columns };
}
