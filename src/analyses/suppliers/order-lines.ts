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
  /** What has arrived. */
  readonly parts: readonly PartialReceipt[];
  /** Units of the parts; the whole line where no part tells its own. */
  readonly received: number;
  /** Something is still to come. */
  readonly open: boolean;
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

/**
 * Receipts put together by order line, in the order of their orders. A line without a supplier belongs to nobody and is told, and so is a
 * receipt before its order; a line that has no other tells nothing.
 */
export function orderLines(receipts: TableContent): {
  readonly lines: readonly OrderLine[];
  readonly issues: readonly Issue[];
} {
  const { rows, rowNumbers, issues: readIssues } = readRows(columns, receipts.columns, receipts.rows);
  const issues: Issue[] = [...readIssues];
  const groups = new Map<string, { first: (typeof rows)[number]; parts: PartialReceipt[]; open: boolean }>();
  rows.forEach((row, i) => {
    const issue = (column: string, message: string) =>
      issues.push({ table: receiptsTable.name, row: rowNumbers[i], column, message });
    if (row.Supplier === null)
      return issue("Supplier", "Supplier must be known to judge a delivery: the receipt is left out");
    const key = JSON.stringify([row.PO, row.Line, row.Item, row.Location]);
    const group = groups.get(key) ?? { first: row, parts: [], open: false };
    groups.set(key, group);
    if (row.Received === null) {
      group.open = true;
      return;
    }
    if (row.Ordered !== null && row.Received < row.Ordered)
      return issue("Received", "Received must not be before Ordered: the receipt is left out");
    group.parts.push({
      ordered: row.Ordered ?? NaN,
      received: row.Received,
      quantity: row.QtyReceived ?? NaN,
    });
  });
  const told = [...groups.values()].filter(({ parts, open }) => open || parts.length > 0);
  const lines = told.map(({ first, parts, open }): OrderLine => ({
    supplier: first.Supplier ?? "",
    item: first.Item as string,
    location: first.Location ?? "",
    ordered: first.Ordered,
    due: first.Due,
    quantity: first.Qty,
    parts,
    received: receivedUnits(parts, first.Qty),
    open,
  }));
  return { lines: lines.sort((a, b) => (a.ordered ?? 0) - (b.ordered ?? 0)), issues };
}

function receivedUnits(parts: readonly PartialReceipt[], ordered: number | null): number {
  if (parts.length > 0 && parts.every(({ quantity }) => Number.isNaN(quantity))) return ordered ?? 0;
  return parts.reduce((sum, { quantity }) => sum + (quantity > 0 ? quantity : 0), 0);
}
