import { monthEnd } from "../../../src/analyses/health/month-ends";
import { bucketOf } from "../../../src/engine/calendar";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { day, itemsOf, movesOf, stockOf } from "../kpis/company";
import { tableContent } from "../table-content";

/** One item at one place, played day by day: lots of `lot` are ordered whenever the position is at or below `reorderPoint`. */
export interface Play {
  readonly item: string;
  readonly location: string;
  readonly reorderPoint: number;
  readonly lot: number;
  /** Days from order to promised day. */
  readonly leadTime: number;
  readonly opening: number;
  readonly cost: number;
  /** Units asked for on a day. */
  readonly demand: (day: number) => number;
}

/** What goes another way than usual. */
export interface Cause {
  readonly demand?: (day: number) => number;
  /** From a day on. */
  readonly reorderPoint?: readonly [day: number, units: number];
  readonly lot?: readonly [day: number, units: number];
  readonly cost?: readonly [day: number, money: number];
  /** Days after the promised day on which an order of a day comes. */
  readonly late?: (ordered: number) => number;
  /** An order placed by hand. */
  readonly extra?: readonly [day: number, units: number];
  /** Day from which no order goes out. */
  readonly stopped?: number;
  /** Scrap, a difference of a count or a move. */
  readonly booked?: readonly { readonly day: number; readonly type: string; readonly units: number }[];
  /** Tables beside those that the play writes. */
  readonly tables?: readonly TableContent[];
}

export const first = day("2023-01-01");
export const last = day("2025-12-31");

/** Rows of Transactions and Receipts and the stock at the end. */
export function played(play: Play, cause: Cause = {}) {
  const { item, location, leadTime } = play;
  const moves: CellValue[][] = [[first, item, location, "opening", play.opening, play.cost]];
  const receipts: CellValue[][] = [];
  const coming: { due: number; comes: number; units: number; cost: number; row: CellValue[] }[] = [];
  let [onHand, onOrder] = [play.opening, 0];
  const order = (at: number, units: number, cost: number) => {
    const due = at + leadTime;
    const row: CellValue[] = [`P${receipts.length}`, "1", item, location, at, due, "", units, ""];
    receipts.push(row);
    coming.push({ due, comes: due + (cause.late?.(at) ?? 0), units, cost, row });
    onOrder += units;
  };
  for (let at = first; at <= last; at++) {
    const since = (change: readonly [number, number] | undefined, usual: number) =>
      change !== undefined && at >= change[0] ? change[1] : usual;
    for (const { comes, units, cost, row } of coming) {
      if (comes !== at) continue;
      moves.push([at, item, location, "receipt", units, cost]);
      [row[6], row[8]] = [at, units];
      onHand += units;
      onOrder -= units;
    }
    for (const { day: on, type, units } of cause.booked ?? []) {
      if (on !== at) continue;
      moves.push([at, item, location, type, units, units > 0 ? play.cost : ""]);
      onHand += units;
    }
    const taken = Math.min(onHand, (cause.demand ?? play.demand)(at));
    if (taken > 0) moves.push([at, item, location, "sale", -taken, ""]);
    onHand -= taken;
    const cost = since(cause.cost, play.cost);
    if (cause.extra?.[0] === at) order(at, cause.extra[1], cost);
    const [floor, lot] = [since(cause.reorderPoint, play.reorderPoint), since(cause.lot, play.lot)];
    while (at < (cause.stopped ?? Infinity) && onHand + onOrder <= floor) order(at, lot, cost);
  }
  return { moves, receipts, onHand };
}

/** The tables of a company of such items, each with its policy in force. */
export function playedCompany(
  plays: readonly Play[],
  cause: (play: Play) => Cause | undefined,
): TableContent[] {
  const all = plays.map((play) => ({ play, cause: cause(play) ?? {}, ...played(play, cause(play)) }));
  const movements = all.flatMap(({ moves }) => moves).sort((a, b) => Number(a[0]) - Number(b[0]));
  return [
    itemsOf([
      ...new Map(
        plays.map((play) => [play.item, [play.item, "F", play.cost, 2 * play.cost, play.leadTime]]),
      ).values(),
    ]),
    stockOf(
      all.map(({ play, onHand, moves }) => [
        play.item,
        play.location,
        "usable",
        "own",
        last,
        onHand,
        valueOf(moves, onHand),
      ]),
    ),
    movesOf(movements),
    tableContent(
      "Receipts",
      ["PO", "Line", "Item", "Location", "Ordered", "Due", "Received", "Qty", "QtyReceived"],
      all.flatMap(({ receipts }) => receipts),
    ),
    tableContent(
      "Policies",
      ["Item", "Location", "ROP", "Lot"],
      all.map(({ play, cause: { reorderPoint, lot } }) => [
        play.item,
        play.location,
        reorderPoint?.[1] ?? play.reorderPoint,
        lot?.[1] ?? play.lot,
      ]),
    ),
    ...changesOf(all),
    ...all.flatMap(({ cause: { tables = [] } }) => tables),
  ];
}

/** Changes of policies, each with the run that exported it. */
function changesOf(all: readonly { readonly play: Play; readonly cause: Cause }[]): TableContent[] {
  const rows = all.flatMap(({ play, cause }) =>
    (["reorderPoint", "lot"] as const).flatMap((field) => {
      const change = cause[field];
      return change === undefined ? [] : [{ play, field, change }];
    }),
  );
  if (rows.length === 0) return [];
  return [
    tableContent(
      "Export_Params",
      ["Item", "Location", "Field", "Old", "New", "RunId"],
      rows.map(({ play, field, change }, i) => [
        play.item,
        play.location,
        field === "lot" ? "Lot" : "ROP",
        play[field],
        change[1],
        `run-${i}`,
      ]),
    ),
    tableContent(
      "Runs",
      ["RunId", "At"],
      rows.map(({ change }, i) => [`run-${i}`, change[0]]),
    ),
  ];
}

/** First in, first out: what is left came last. */
function valueOf(moves: readonly (readonly CellValue[])[], onHand: number): number {
  let [left, value] = [onHand, 0];
  for (const [, , , , units, cost] of [...moves].reverse()) {
    if (Number(units) <= 0 || cost === "") continue;
    const part = Math.min(left, Number(units));
    value += part * Number(cost);
    left -= part;
  }
  return value;
}

/** Forecast rows that say what a demand will be, month by month. */
export function forecastTable(play: Play, demand: (day: number) => number): TableContent {
  const rows: CellValue[][] = [];
  for (let month = bucketOf(first, "M"); month <= bucketOf(last, "M"); month++) {
    let units = 0;
    for (let at = monthEnd(month - 1) + 1; at <= monthEnd(month); at++) units += demand(at);
    rows.push([play.item, play.location, monthEnd(month - 1) + 1, units]);
  }
  return tableContent("Forecast", ["Item", "Location", "Date", "Final"], rows);
}
