import { readRows, receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";

/** A part of an order line as far as it tells what came when it should not, or did not come when it should. */
export interface DueLine {
  /** Whole days, Excel serials; NaN while it has not come. */
  readonly due: number;
  readonly received: number;
  readonly quantity: number;
}

export interface OrderLines {
  readonly due: readonly DueLine[];
  /** Days from order to promised day, one a line. */
  readonly promised: readonly number[];
}

const columns = narrowed(receiptsTable, [
  "PO",
  "Line",
  "Item",
  "Location",
  "Ordered",
  "Due",
  "Received",
  "Qty",
  "QtyReceived",
]);

/** Order lines with a promised day, by item and place. Of a line that came in part, what has not come is open. */
export function orderLines(receipts: TableContent | undefined): {
  readonly byLeaf: ReadonlyMap<string, OrderLines>;
  readonly issues: readonly Issue[];
} {
  const byLeaf = new Map<string, { due: DueLine[]; promised: number[] }>();
  if (receipts === undefined) return { byLeaf, issues: [] };
  const { rows, issues } = readRows(columns, receipts.columns, receipts.rows);
  const keyOf = ({ PO, Line, Item, Location }: (typeof rows)[number]) =>
    JSON.stringify([PO, Line, Item, Location]);
  const came = new Map<string, number>();
  for (const row of rows) {
    const quantity = row.QtyReceived ?? row.Qty;
    if (row.Received !== null && quantity !== null)
      came.set(keyOf(row), (came.get(keyOf(row)) ?? 0) + quantity);
  }
  const told = new Set<string>();
  for (const row of rows) {
    const { Item, Location, Ordered, Due, Received, Qty, QtyReceived } = row;
    if (Due === null) continue;
    const quantity =
      Received === null ? Qty && Qty - (came.get(keyOf(row)) ?? QtyReceived ?? 0) : (QtyReceived ?? Qty);
    if (quantity === null || quantity <= 0) continue;
    const id = leafId(Item as string, Location ?? "");
    const lines = byLeaf.get(id) ?? { due: [], promised: [] };
    byLeaf.set(id, lines);
    lines.due.push({
      due: Math.floor(Due),
      received: Received === null ? NaN : Math.floor(Received),
      quantity,
    });
    if (Ordered !== null && Ordered <= Due && !told.has(keyOf(row)))
      lines.promised.push(Math.floor(Due) - Math.floor(Ordered));
    told.add(keyOf(row));
  }
  return { byLeaf, issues };
}
