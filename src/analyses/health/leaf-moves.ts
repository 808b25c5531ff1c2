import { bucketOf } from "../../engine/calendar";
import { transactionsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { Period } from "../valuation/cut-off";
import type { ExchangeRates } from "../valuation/exchange-rates";
import type { MovementKind } from "../valuation/movement-kind";
import { readMovements } from "../valuation/read-movements";
import type { MasterData } from "./master-data";

/** What a movement does to stock and cost of issues. */
export type MoveKind = "receipt" | "issue" | "scrap" | "transfer" | "adjustment" | "invoice";

export interface Move {
  /** Whole day, an Excel serial. */
  readonly day: number;
  /** In +, out -. */
  readonly quantity: number;
  /** Money per unit of what came in, of an invoice money in all; NaN where it is not told. */
  readonly cost: number;
  readonly kind: MoveKind;
  readonly ref: string;
  /** Body row of Transactions, counted from 1. */
  readonly row: number;
}

export interface LeafMoves {
  /** Movements of own stock by item and place, oldest first; those of one day as they were entered. */
  readonly byLeaf: ReadonlyMap<string, readonly Move[]>;
  /** Movements of the vendor's stock. */
  readonly vendorByLeaf: ReadonlyMap<string, readonly Move[]>;
  /** First month with movements, as `bucketOf` has it; undefined without any. */
  readonly firstMonth: number | undefined;
  readonly issues: readonly Issue[];
}

/** A return keeps the kind of what it takes back, with the other sign. */
const kinds: Readonly<Record<MovementKind, MoveKind>> = {
  receipt: "receipt",
  opening: "receipt",
  "supplier return": "receipt",
  issue: "issue",
  return: "issue",
  transfer: "transfer",
  invoice: "invoice",
  adjustment: "adjustment",
  scrap: "scrap",
};

/**
 * Transactions by item, place and owner, up to the cut-off. A movement that stands twice, or of an item that Items does not know, is
 * told and left out. An opening stock is what lay there the evening before.
 */
export function leafMoves(
  transactions: TableContent | undefined,
  master: MasterData,
  period: Period,
  rates: ExchangeRates,
): LeafMoves {
  const byLeaf = new Map<string, Move[]>();
  const vendorByLeaf = new Map<string, Move[]>();
  if (transactions === undefined) return { byLeaf, vendorByLeaf, firstMonth: undefined, issues: [] };
  const read = readMovements(transactions, period, rates);
  const issues: Issue[] = [...read.issues];
  let firstMonth: number | undefined;
  for (const [item, moves] of read.byItem) {
    if (!master.codes.has(item)) {
      const message = `Item must be in the table Items, got ${item}`;
      issues.push({ table: transactionsTable.name, row: moves.rows[0], column: "Item", message });
      continue;
    }
    moves.rows.forEach((row, i) => {
      const isOpening = moves.kinds[i] === "opening" || /^opening/i.test(moves.refs[i]);
      const day = Math.floor(moves.dates[i]) - (isOpening ? 1 : 0);
      const month = bucketOf(day + (isOpening ? 1 : 0), "M");
      if (firstMonth === undefined || month < firstMonth) firstMonth = month;
      const id = leafId(item, moves.places[i]);
      const whose = moves.vendor[i] ? vendorByLeaf : byLeaf;
      const list = whose.get(id) ?? [];
      whose.set(id, list);
      const kind = kinds[moves.kinds[i]];
      list.push({ day, quantity: moves.quantities[i], cost: moves.costs[i], kind, ref: moves.refs[i], row });
    });
  }
  for (const list of [...byLeaf.values(), ...vendorByLeaf.values()])
    list.sort((a, b) => a.day - b.day || a.row - b.row);
  return { byLeaf, vendorByLeaf, firstMonth, issues };
}
