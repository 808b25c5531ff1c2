import { readRows, receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { arrivedUnits, stillOpen } from "../health/open-units";

/** One order line with something still to arrive. */
export interface OpenReceipt {
  readonly order: string;
  readonly line: string;
  readonly item: string;
  readonly location: string;
  readonly supplier: string;
  /** Transport, such as sea; "" where it is not told. */
  readonly leg: string;
  readonly ordered: number | null;
  readonly dispatched: number | null;
  readonly due: number | null;
  /** Carrier's own expectation. */
  readonly eta: number | null;
  readonly quantity: number;
  /** Body row of Receipts, counted from 1. */
  readonly row: number;
}

export interface ArrivedReceipt extends OpenReceipt {
  readonly received: number;
}

/**
 * Lines that are open, less the parts of them that have arrived, and all parts that have. Parts stand in rows of their own, so a line's
 * open row may still tell the whole quantity. The same open row twice is told and counted once.
 */
export function splitReceipts(receipts: TableContent): {
  readonly open: readonly OpenReceipt[];
  readonly arrived: readonly ArrivedReceipt[];
  readonly issues: readonly Issue[];
} {
  const { rows, rowNumbers, issues: readIssues } = readRows(receiptsTable, receipts.columns, receipts.rows);
  const issues: Issue[] = [...readIssues];
  const arrived: ArrivedReceipt[] = [];
  const open: OpenReceipt[] = [];
  const came = arrivedUnits(rows);
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const line = {
      order: row.PO as string,
      line: row.Line as string,
      item: row.Item as string,
      location: row.Location ?? "",
      supplier: row.Supplier ?? "",
      leg: row.Leg ?? "",
      ordered: row.Ordered,
      dispatched: row.Dispatched,
      due: row.Due,
      eta: row.ETA,
      row: rowNumbers[i],
    };
    if (row.Received !== null)
      arrived.push({ ...line, quantity: row.QtyReceived ?? row.Qty ?? 0, received: row.Received });
    else {
      const quantity = stillOpen(row, came);
      if (quantity <= 0) return;
      const { PO, Line, Item, Location, Due, ETA, Qty } = row;
      const key = JSON.stringify([PO, Line, Item, Location, Due, ETA, Qty]);
      if (seen.has(key)) {
        const message = `PO and Line must stand in one open row only, got ${PO} ${Line} again: it counts once`;
        issues.push({ table: receiptsTable.name, row: rowNumbers[i], column: "Line", message });
      } else open.push({ ...line, quantity });
      seen.add(key);
    }
  });
  return { open, arrived, issues };
}
