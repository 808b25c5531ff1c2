import { readRows, receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import { arrivedUnits, stillOpen } from "./open-units";

export interface OpenPurchase {
  readonly order: string;
  readonly item: string;
  readonly location: string;
  /** Promised or expected day, an Excel serial; Infinity where none is known. */
  readonly due: number;
  /** Day of the order; -Infinity where not known. */
  readonly ordered: number;
  readonly quantity: number;
}

const columns = narrowed(receiptsTable, [
  "PO",
  "Line",
  "Item",
  "Location",
  "Ordered",
  "Due",
  "ETA",
  "Received",
  "Qty",
  "QtyReceived",
]);

/** Purchase order lines that have not come, less what of them has. */
export function openPurchases(receipts: TableContent | undefined): {
  readonly lines: readonly OpenPurchase[];
  /** Units by item. */
  readonly byItem: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
} {
  if (receipts === undefined) return { lines: [], byItem: new Map(), issues: [] };
  const { rows, issues } = readRows(columns, receipts.columns, receipts.rows);
  const came = arrivedUnits(rows);
  const lines: OpenPurchase[] = [];
  const byItem = new Map<string, number>();
  for (const row of rows) {
    if (row.Received !== null) continue;
    const quantity = stillOpen(row, came);
    if (quantity === 0) continue;
    const item = row.Item as string;
    byItem.set(item, (byItem.get(item) ?? 0) + quantity);
    lines.push({
      order: `${row.PO}/${row.Line}`,
      item,
      location: row.Location ?? "",
      due: row.ETA ?? row.Due ?? Infinity,
      ordered: row.Ordered ?? -Infinity,
      quantity,
    });
  }
  return { lines, byItem, issues };
}
