import { readRows, transactionsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import type { MasterData } from "./master-data";
import { movementKind, type MovementKind } from "./movement-kind";

export interface Move {
  /** Whole day, an Excel serial. */
  readonly day: number;
  /** In +, out -. */
  readonly quantity: number;
  /** Money per unit, of an invoice money in all; NaN where blank. */
  readonly cost: number;
  readonly kind: MovementKind;
  readonly ref: string;
  /** Body row of Transactions, counted from 1. */
  readonly row: number;
}

export interface LeafMoves {
  /** By item and place, oldest first; moves of one day as they were entered. */
  readonly byLeaf: ReadonlyMap<string, readonly Move[]>;
  /** Day of the first movement; Infinity without any. */
  readonly first: number;
  readonly last: number;
  readonly issues: readonly Issue[];
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
]);

/** Transactions by item and place. A movement that stands twice, or of an item that Items does not know, is told and left out. */
export function leafMoves(transactions: TableContent | undefined, master: MasterData): LeafMoves {
  const byLeaf = new Map<string, Move[]>();
  if (transactions === undefined) return { byLeaf, first: Infinity, last: -Infinity, issues: [] };
  const read = readRows(columns, transactions.columns, transactions.rows);
  const issues: Issue[] = [...read.issues];
  const seen = new Set<string>();
  const unknown = new Set<string>();
  let [first, last] = [Infinity, -Infinity];
  read.rows.forEach(({ TxnId, Date, Item, Location, Type, Qty, Cost, Ref }, i) => {
    const row = read.rowNumbers[i];
    const item = Item as string;
    const issue = (column: string, message: string) =>
      issues.push({ table: transactionsTable.name, row, column, message });
    if (seen.has(TxnId as string))
      return issue("TxnId", `TxnId must stand in one row only, got ${TxnId} again`);
    seen.add(TxnId as string);
    if (!master.codes.has(item)) {
      if (!unknown.has(item)) issue("Item", `Item must be in the table Items, got ${item}`);
      unknown.add(item);
      return;
    }
    const day = Math.floor(Date as number);
    [first, last] = [Math.min(first, day), Math.max(last, day)];
    const quantity = Qty as number;
    const id = leafId(item, Location ?? "");
    const moves = byLeaf.get(id) ?? [];
    byLeaf.set(id, moves);
    moves.push({ day, quantity, cost: Cost ?? NaN, kind: movementKind(Type, quantity), ref: Ref ?? "", row });
  });
  for (const moves of byLeaf.values()) moves.sort((a, b) => a.day - b.day || a.row - b.row);
  return { byLeaf, first, last, issues };
}
