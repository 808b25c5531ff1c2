import { readRows, receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

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

/** Lines that are open, less the parts of them that have arrived, and all parts that have. */
export function splitReceipts(receipts: TableContent): {
  readonly open: readonly OpenReceipt[];
  readonly arrived: readonly ArrivedReceipt[];
  readonly issues: readonly Issue[];
} {
  const { rows, rowNumbers, issues } = readRows(receiptsTable, receipts.columns, receipts.rows);
  const arrived: ArrivedReceipt[] = [];
  const open: OpenReceipt[] = [];
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
      const quantity = (row.Qty ?? 0) - (row.QtyReceived ?? 0);
      if (quantity > 0) open.push({ ...line, quantity });
    }
  });
  return { open, arrived, issues };
}
