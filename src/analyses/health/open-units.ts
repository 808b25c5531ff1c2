interface OrderRow {
  readonly PO: string | null;
  readonly Line: string | null;
  readonly Received: number | null;
  readonly Qty: number | null;
  readonly QtyReceived: number | null;
}

const keyOf = ({ PO, Line }: OrderRow) => JSON.stringify([PO, Line]);

/** Units that have arrived of each order line, in rows of Receipts with a day. */
export function arrivedUnits(rows: readonly OrderRow[]): ReadonlyMap<string, number> {
  const came = new Map<string, number>();
  for (const row of rows)
    if (row.Received !== null)
      came.set(keyOf(row), (came.get(keyOf(row)) ?? 0) + (row.QtyReceived ?? row.Qty ?? 0));
  return came;
}

/** What is still to come of a line that is open: Qty is that of the whole line, also where parts of it stand in rows of their own. */
export function stillOpen(row: OrderRow, came: ReadonlyMap<string, number>): number {
  return Math.max(0, (row.Qty ?? 0) - Math.max(row.QtyReceived ?? 0, came.get(keyOf(row)) ?? 0));
}
