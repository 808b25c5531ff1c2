import type { PartialReceipt } from "../../engine/supply";
import { readRows, receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

/** One line of a purchase order with all that has arrived of it. */
export interface OrderLine {
  readonly supplier: string;
  readonly item: string;
  readonly location: string;
  /** Days as Excel serials; null where not known. */
  readonly ordered: number | null;
  readonly due: number | null;
  /** Ordered units; null where not known. */
  readonly quantity: number | null;
  /** Parts with both days; none while the line is open. */
  readonly parts: readonly PartialReceipt[];
  readonly received: number;
}

const columns = narrowed(receiptsTable, [
  "PO",
  "Line",
  "Item",
  "Location",
  "Supplier",
  "Ordered",
  "Due",
  "Received",
  "Qty",
  "QtyReceived",
]);

/** Receipts put together by order line, in the order of their orders. A line without a supplier belongs to nobody and is told. */
export function orderLines(receipts: TableContent): {
  readonly lines: readonly OrderLine[];
  readonly issues: readonly Issue[];
} {
  const { rows, rowNumbers, issues: readIssues } = readRows(columns, receipts.columns, receipts.rows);
  const issues: Issue[] = [...readIssues];
  const groups = new Map<string, { first: (typeof rows)[number]; parts: PartialReceipt[] }>();
  rows.forEach((row, i) => {
    const issue = (column: string, message: string) =>
      issues.push({ table: receiptsTable.name, row: rowNumbers[i], column, message });
    if (row.Supplier === null)
      return issue("Supplier", "Supplier must be known to judge a delivery: the receipt is left out");
    const key = JSON.stringify([row.PO, row.Line, row.Item, row.Location]);
    const group = groups.get(key) ?? { first: row, parts: [] };
    groups.set(key, group);
    if (row.Received === null) return;
    if (row.Ordered !== null && row.Received < row.Ordered)
      return issue("Received", "Received must not be before Ordered: the receipt is left out");
    group.parts.push({
      ordered: row.Ordered ?? NaN,
      received: row.Received,
      quantity: row.QtyReceived ?? NaN,
    });
  });
  const lines = [...groups.values()].map(({ first, parts }): OrderLine => ({
    supplier: first.Supplier ?? "",
    item: first.Item as string,
    location: first.Location ?? "",
    ordered: first.Ordered,
    due: first.Due,
    quantity: first.Qty,
    parts,
    received: parts.reduce((sum, { quantity }) => sum + (quantity > 0 ? quantity : 0), 0),
  }));
  return { lines: lines.sort((a, b) => (a.ordered ?? 0) - (b.ordered ?? 0)), issues };
}
