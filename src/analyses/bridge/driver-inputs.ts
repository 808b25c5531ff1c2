import { exportParamsTable, readRows, receiptsTable, runsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import type { DueLine, PolicyChange } from "./leaf-drivers";

const receiptColumns = narrowed(receiptsTable, [
  "PO",
  "Line",
  "Item",
  "Location",
  "Due",
  "Received",
  "Qty",
  "QtyReceived",
]);

/** Order lines with a promised day, by item and place. */
export function dueLines(receipts: TableContent | undefined): {
  readonly byLeaf: ReadonlyMap<string, readonly DueLine[]>;
  readonly issues: readonly Issue[];
} {
  const byLeaf = new Map<string, DueLine[]>();
  if (receipts === undefined) return { byLeaf, issues: [] };
  const { rows, issues } = readRows(receiptColumns, receipts.columns, receipts.rows);
  for (const { Item, Location, Due, Received, Qty, QtyReceived } of rows) {
    if (Due === null) continue;
    const quantity = Received === null ? Qty : (QtyReceived ?? Qty);
    if (quantity === null) continue;
    const id = leafId(Item as string, Location ?? "");
    const lines = byLeaf.get(id) ?? [];
    byLeaf.set(id, lines);
    lines.push({ due: Math.floor(Due), received: Received === null ? NaN : Math.floor(Received), quantity });
  }
  return { byLeaf, issues };
}

/** Changes of safety stocks that were exported, by item and place, each at the time of its run. */
export function policyChanges(
  exported: TableContent | undefined,
  runs: TableContent | undefined,
): { readonly byLeaf: ReadonlyMap<string, readonly PolicyChange[]>; readonly issues: readonly Issue[] } {
  const byLeaf = new Map<string, PolicyChange[]>();
  if (exported === undefined || runs === undefined) return { byLeaf, issues: [] };
  const read = readRows(exportParamsTable, exported.columns, exported.rows);
  const started = readRows(runsTable, runs.columns, runs.rows);
  const times = new Map(started.rows.map(({ RunId, At }) => [RunId, At] as const));
  for (const { Item, Location, Field, Old, New, RunId } of read.rows) {
    const at = times.get(RunId) ?? null;
    if (Field !== "SS" || New === null || at === null) continue;
    const id = leafId(Item as string, Location ?? "");
    const changes = byLeaf.get(id) ?? [];
    byLeaf.set(id, changes);
    changes.push({ at, units: New - (Old ?? 0) });
  }
  return { byLeaf, issues: [...read.issues, ...started.issues] };
}
