import { dayOfSerial } from "../../engine/calendar";
import { sha256 } from "../../engine/math/sha256";
import { readRows, transactionsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { hasColumn } from "../needs";
import { narrowed } from "../narrowed-schema";
import type { Period } from "./cut-off";
import type { ExchangeRates } from "./exchange-rates";
import { movementKind, type MovementKind } from "./movement-kind";

/** Movements of one item, as entered, up to the cut-off. Costs are in company currency; NaN where there is none. */
export interface ItemMovements {
  readonly item: string;
  /** Body rows of Transactions, counted from 1. */
  readonly rows: number[];
  readonly ids: string[];
  readonly dates: number[];
  readonly places: string[];
  readonly quantities: number[];
  readonly costs: number[];
  readonly refs: string[];
  readonly kinds: MovementKind[];
  readonly vendor: boolean[];
}

/** A movement after the cut-off, which the tie-out may need. */
export interface LaterMovement {
  readonly row: number;
  readonly id: string;
  readonly date: number;
  readonly item: string;
  readonly place: string;
  readonly quantity: number;
  readonly ref: string;
  /** Money of an invoice that came after the goods; 0 of any other movement. */
  readonly invoice: number;
}

export interface ReadMovements {
  readonly byItem: ReadonlyMap<string, ItemMovements>;
  readonly later: readonly LaterMovement[];
  /** Rows that count, and rows that cannot be used. */
  readonly used: number;
  readonly unusable: number;
  readonly issues: readonly Issue[];
  /** SHA-256 of the cells that count. */
  readonly hash: string;
}

const columns = narrowed(transactionsTable, [
  "TxnId",
  "Date",
  "Item",
  "Location",
  "Type",
  "Qty",
  "Cost",
  "Ref",
  "Owner",
  "Currency",
]);
// A credit note takes off an invoice: whether a cost may be negative depends on the quantity.
const schema = {
  ...columns,
  columns: { ...columns.columns, Cost: { ...columns.columns.Cost, min: undefined } },
};

export function readMovements(
  transactions: TableContent,
  { cutOff }: Period,
  rates: ExchangeRates,
): ReadMovements {
  const read = readRows(schema, transactions.columns, transactions.rows);
  const issues: Issue[] = [...read.issues];
  const unreadable = new Set(read.issues.map(({ row }) => row));
  unreadable.delete(0);
  const seen = new Map<string, number>();
  const byItem = new Map<string, ItemMovements>();
  const later: LaterMovement[] = [];
  const lastDay = dayOfSerial(cutOff);
  const mustSayCurrency = hasColumn(transactions, "Currency");
  let used = 0;
  let unusable = unreadable.size;

  read.rows.forEach((cells, i) => {
    const row = read.rowNumbers[i];
    const id = cells.TxnId as string;
    const refuse = (column: string, message: string) => {
      issues.push({ table: transactionsTable.name, row, column, message });
      unusable++;
    };
    const before = seen.get(id);
    if (before !== undefined)
      return refuse("TxnId", `TxnId must stand in one row only, got ${id}, which row ${before} has already`);
    seen.set(id, row);
    const quantity = cells.Qty as number;
    const date = cells.Date as number;
    const { Cost, Currency } = cells;
    const item = cells.Item as string;
    const place = cells.Location ?? "";
    const ref = cells.Ref ?? "";
    if (dayOfSerial(date) > lastDay) {
      const invoice = quantity === 0 ? (Cost ?? 0) : 0;
      later.push({ row, id, date, item, place, quantity, ref, invoice });
      return;
    }
    if (Cost !== null && Cost < 0 && quantity !== 0)
      return refuse("Cost", `Cost must be at least 0, got ${Cost}`);
    const owned = cells.Owner === "vendor";
    let cost = NaN;
    // The cost of what goes out comes from the books; what stands in its cell does not matter.
    if (Cost !== null && quantity >= 0 && !owned) {
      if (mustSayCurrency && Currency === null)
        return refuse("Currency", "Currency must be given beside a cost, got a blank");
      const rate = rates.on(Currency ?? "", date);
      if (rate === undefined)
        return refuse("Currency", `Currency must have a rate in Rates on its day, got ${Currency}`);
      cost = rate === 1 ? Cost : Cost * rate;
    }
    let moves = byItem.get(item);
    if (moves === undefined) byItem.set(item, (moves = emptyMovements(item)));
    moves.rows.push(row);
    moves.ids.push(id);
    moves.dates.push(date);
    moves.places.push(place);
    moves.quantities.push(quantity);
    moves.costs.push(cost);
    moves.refs.push(ref);
    moves.kinds.push(movementKind(cells.Type ?? "", quantity));
    moves.vendor.push(owned);
    used++;
  });
  return {
    byItem,
    later,
    used,
    unusable,
    issues,
    hash: hashOf(byItem),
  };
}

/** Of the movements of each item, whatever the order of items. */
function hashOf(byItem: ReadonlyMap<string, ItemMovements>): string {
  const text = [...byItem.values()].map(
    ({ item, dates, places, quantities, costs, refs, kinds, vendor }) =>
      `${item}\t${JSON.stringify([dates, places, quantities, costs, refs, kinds, vendor])}\n`,
  );
  return sha256(text.sort().join(""));
}

const emptyMovements = (item: string): ItemMovements => ({
  item,
  rows: [],
  ids: [],
  dates: [],
  places: [],
  quantities: [],
  costs: [],
  refs: [],
  kinds: [],
  vendor: [],
});
