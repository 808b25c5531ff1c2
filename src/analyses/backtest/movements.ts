import { dayOfSerial } from "../../engine/calendar";
import { readRows, stockTable, transactionsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import { movementKind } from "../valuation/movement-kind";

/** What went in and out of one item at one place, by day since 1970. */
export interface Movements {
  readonly received: ReadonlyMap<number, number>;
  /** What customers or production took. */
  readonly issued: ReadonlyMap<number, number>;
  /** What left stock otherwise: scrap, transfers, counts, goods sent back. */
  readonly withdrawn: ReadonlyMap<number, number>;
  /** Stock before the first movement. */
  readonly opening: number;
  /** Snapshots of Stock that the movements lead to, and those they do not. */
  readonly agreeing: number;
  readonly differing: number;
}

export interface Booked {
  readonly byLeaf: ReadonlyMap<string, Movements>;
  /** Days since 1970 of the first and last movement. */
  readonly first: number;
  readonly last: number;
  readonly issues: readonly Issue[];
}

const moveColumns = narrowed(transactionsTable, ["TxnId", "Date", "Item", "Location", "Type", "Qty"]);
const stockColumns = narrowed(stockTable, ["Item", "Location", "AsOf", "Qty"]);

/**
 * The booked stock path: all movements, and the stock before them such that the first snapshot in Stock is met. Every other snapshot is a
 * check on it. Without snapshots the stock before the first movement was 0.
 */
export function bookedMovements(transactions: TableContent, stock: TableContent | undefined): Booked {
  const read = readRows(moveColumns, transactions.columns, transactions.rows);
  const issues: Issue[] = [...read.issues];
  const moves = new Map<string, Map<number, DayMoves>>();
  const seen = new Set<string>();
  let [first, last] = [Infinity, -Infinity];
  read.rows.forEach(({ TxnId, Date, Item, Location, Type, Qty }, i) => {
    if (seen.has(TxnId as string)) {
      const message = `TxnId must stand in one row only, got ${TxnId} again`;
      issues.push({ table: transactionsTable.name, row: read.rowNumbers[i], column: "TxnId", message });
      return;
    }
    seen.add(TxnId as string);
    const day = dayOfSerial(Date as number);
    [first, last] = [Math.min(first, day), Math.max(last, day)];
    const id = leafId(Item as string, Location ?? "");
    const days = moves.get(id) ?? new Map<number, DayMoves>();
    moves.set(id, days);
    const sum = days.get(day) ?? { received: 0, issued: 0, withdrawn: 0 };
    const quantity = Qty as number;
    if (quantity >= 0) sum.received += quantity;
    else if (movementKind(Type ?? "", quantity) === "issue") sum.issued -= quantity;
    else sum.withdrawn -= quantity;
    days.set(day, sum);
  });
  const snapshots = snapshotsOf(stock, last);
  issues.push(...snapshots.issues);
  const byLeaf = new Map<string, Movements>();
  for (const [id, days] of moves) {
    const counted = snapshots.byLeaf.get(id) ?? new Map<number, number>();
    const checked = checkedPath(days, counted);
    byLeaf.set(id, {
      received: valuesOf(days, "received"),
      issued: valuesOf(days, "issued"),
      withdrawn: valuesOf(days, "withdrawn"),
      ...checked,
    });
    if (checked.differing > 0) {
      const [item, location] = id.split("\t");
      const where = location === "" ? item : `${item} at ${location}`;
      const message = `movements of ${where} do not lead to ${checked.differing} of ${counted.size} snapshots of Stock`;
      issues.push({ table: transactionsTable.name, row: 0, column: "Qty", message });
    }
  }
  return { byLeaf, first, last, issues };
}

interface DayMoves {
  received: number;
  issued: number;
  withdrawn: number;
}

function valuesOf(days: ReadonlyMap<number, DayMoves>, of: keyof DayMoves): Map<number, number> {
  return new Map([...days].filter(([, day]) => day[of] > 0).map(([at, day]) => [at, day[of]]));
}

/** All lots and statuses of a day together; a row without a date is of the last day. */
function snapshotsOf(stock: TableContent | undefined, last: number) {
  const byLeaf = new Map<string, Map<number, number>>();
  if (stock === undefined) return { byLeaf, issues: [] };
  const { rows, issues } = readRows(stockColumns, stock.columns, stock.rows);
  for (const { Item, Location, AsOf, Qty } of rows) {
    const id = leafId(Item as string, Location ?? "");
    const days = byLeaf.get(id) ?? new Map<number, number>();
    byLeaf.set(id, days);
    const day = AsOf === null ? last : dayOfSerial(AsOf);
    days.set(day, (days.get(day) ?? 0) + (Qty as number));
  }
  return { byLeaf, issues };
}

/** Sums of decimal quantities that differ by rounding only are equal. */
const rounding = 1e-6;

function checkedPath(
  days: ReadonlyMap<number, Readonly<DayMoves>>,
  counted: ReadonlyMap<number, number>,
): Pick<Movements, "opening" | "agreeing" | "differing"> {
  const order = [...days].sort(([a], [b]) => a - b);
  const movedBy = (until: number) =>
    order.reduce(
      (sum, [day, move]) => (day <= until ? sum + move.received - move.issued - move.withdrawn : sum),
      0,
    );
  const [first, ...others] = [...counted].sort(([a], [b]) => a - b);
  const opening = first === undefined ? 0 : first[1] - movedBy(first[0]);
  const agreeing = others.filter(
    ([day, units]) => Math.abs(opening + movedBy(day) - units) <= rounding,
  ).length;
  return { opening, agreeing, differing: others.length - agreeing };
}
