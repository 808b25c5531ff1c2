import { dayOfSerial } from "../../engine/calendar";
import { minus, nearest, over, plus, times, zero, type DoubleDouble } from "../../engine/math/double-double";
import {
  partsToTheCent,
  postAtStandard,
  postFirstInFirstOut,
  postMovingAverage,
  postPeriodicAverage,
  type FifoBooks,
  type ItemBooks,
  type Ledger,
  type StandardFrom,
  type StockMove,
} from "../../engine/valuation";
import { inColumnWords } from "./column-words";
import type { Period } from "./cut-off";
import { itemLedger } from "./item-ledger";
import { activity, addMove, emptySums, placeValue, type PlaceSums, type PlaceValue } from "./place-sums";
import type { ItemMovements } from "./read-movements";

export type { PlaceValue } from "./place-sums";

export type ValuationMethod = "FIFO" | "MOVING" | "PERIODIC" | "STANDARD";

/** What one step of value-stock is given. */
export interface ValuationTask extends Period {
  readonly movements: ItemMovements;
  readonly method: ValuationMethod;
  /** Ascending by day; for STANDARD at least one. */
  readonly standards: readonly StandardFrom[];
  /** Under STANDARD, variance of the units on hand stays in stock. */
  readonly capitalise: boolean;
  /** Documents from this day on are told with what they moved; undefined where nobody asks. */
  readonly documentsFrom?: number;
}

export interface LayerValue {
  readonly location: string;
  readonly date: number;
  readonly ref: string;
  readonly quantity: number;
  readonly unitCost: number;
  readonly value: number;
}

/** A row of Transactions that could not be posted, or only in part. */
export interface PostingFault {
  readonly row: number;
  readonly column: string;
  readonly message: string;
  readonly location: string;
  readonly document: string;
  readonly date: number;
  /** Units not posted: + came in, - went out and were not there. */
  readonly unposted: number;
}

/** What a document moved into or out of stock, money. */
export interface DocumentAmount {
  readonly document: string;
  readonly id: string;
  readonly row: number;
  readonly location: string;
  readonly date: number;
  readonly invoice: boolean;
  readonly toStock: number;
  /** To cost of sales, of an invoice. */
  readonly toSales: number;
}

export interface ItemValue {
  readonly item: string;
  readonly places: readonly PlaceValue[];
  readonly layers: readonly LayerValue[];
  readonly faults: readonly PostingFault[];
  readonly documents: readonly DocumentAmount[];
}

interface Books {
  readonly books: ItemBooks;
  /** Money that is variance, by place, from the first day and before the month. */
  readonly variances: readonly {
    readonly row: number;
    readonly place: string;
    readonly amount: DoubleDouble;
  }[];
  /** Variance that stock carries now and when the month began, by place. */
  readonly carried: (place: string) => readonly [now: DoubleDouble, before: DoubleDouble];
}

/** Stock of one item at every place at the cut-off, and what the month moved. */
export function valueItem(task: ValuationTask): ItemValue {
  const { movements, monthStart } = task;
  const { ledger, rows } = itemLedger(movements);
  const fifo = postFirstInFirstOut(task.method === "FIFO" ? ledger : costless(ledger), { goOn: true });
  const { books, variances, carried } = booksOf(task, ledger, fifo);
  const placed = new Map<string, PlaceSums>();
  const sumsAt = (place: string): PlaceSums => {
    let sums = placed.get(place);
    if (sums === undefined) placed.set(place, (sums = emptySums()));
    return sums;
  };
  const startDay = dayOfSerial(monthStart);
  for (const move of books.moves) addMove(sumsAt(move.place), move, dayOfSerial(move.date) >= startDay);
  for (const { row, amount } of books.costOfSales) {
    if (dayOfSerial(ledger.dates[row]) < startDay) continue;
    const sums = sumsAt(ledger.places?.[row] ?? "");
    sums.costOfSales = plus(sums.costOfSales, amount);
    if (ledger.quantities[row] === 0) sums.received = plus(sums.received, amount);
  }
  for (const { row, place, amount } of variances) {
    if (dayOfSerial(ledger.dates[row]) < startDay) continue;
    const sums = sumsAt(place);
    sums.purchaseVariance = plus(sums.purchaseVariance, amount);
    sums.received = plus(sums.received, amount);
    sums.costOfSales = plus(sums.costOfSales, amount);
  }
  for (const { row, unposted } of books.faults) {
    const sums = sumsAt(ledger.places?.[row] ?? "");
    if (unposted < 0) sums.short -= unposted;
    else sums.unpriced += unposted;
  }
  activity(task, sumsAt);
  const first = movements.dates.reduce((earliest, date) => Math.min(earliest, date), Infinity);
  const reachesBack = task.cutOff - first >= 729;
  const places = [...placed.keys()].sort();
  const transferred = partsToTheCent(places.map((place) => sumsAt(place).transferred));
  const values = places.map((place, i) =>
    placeValue(place, sumsAt(place), books.perUnit, transferred[i], reachesBack, carried(place)),
  );
  return {
    item: movements.item,
    places: values,
    layers: layerValues(fifo, values, task.method === "FIFO"),
    faults: books.faults.map(({ row, error, unposted }) => ({
      row: movements.rows[rows[row]],
      ...inColumnWords(error),
      location: ledger.places?.[row] ?? "",
      document: movements.refs[rows[row]] || movements.ids[rows[row]],
      date: ledger.dates[row],
      unposted: unposted / books.perUnit,
    })),
    documents: documentAmounts(task, books, rows),
  };
}

function booksOf(task: ValuationTask, ledger: Ledger, fifo: FifoBooks): Books {
  const none = { variances: [], carried: () => [zero, zero] as const };
  if (task.method === "FIFO") return { books: fifo, ...none };
  if (task.method === "MOVING") return { books: postMovingAverage(ledger, { goOn: true }), ...none };
  if (task.method === "PERIODIC") return { books: postPeriodicAverage(ledger, { goOn: true }), ...none };
  const books = postAtStandard(ledger, task.standards, task.cutOff, { goOn: true });
  const { variances } = books;
  if (!task.capitalise) return { books, variances, carried: none.carried };
  // What units on hand cost by their layers, less the standard: IAS 2.21 wants stock near its cost.
  const actual = postFirstInFirstOut(ledger, { goOn: true });
  const startDay = dayOfSerial(task.monthStart);
  const gap = (place: string, counts: (move: StockMove) => boolean): DoubleDouble => {
    const of = (moves: readonly StockMove[]) =>
      moves
        .filter((move) => move.place === place && counts(move))
        .reduce((sum, { amount }) => plus(sum, amount), zero);
    return minus(of(actual.moves), of(books.moves));
  };
  return {
    books,
    variances,
    carried: (place) => [gap(place, () => true), gap(place, ({ date }) => dayOfSerial(date) < startDay)],
  };
}

/** Layers of each place, to the cent and adding up to its value: at their own cost under FIFO, else at the mean cost of the place. */
function layerValues(fifo: FifoBooks, places: readonly PlaceValue[], atOwnCost: boolean): LayerValue[] {
  return places.flatMap(({ location, quantity, value }) => {
    const layers = fifo.layers.filter((layer) => layer.place === location);
    const money = layers.map(({ unitCost, remaining }) =>
      atOwnCost
        ? over(times(unitCost, remaining), fifo.perUnit)
        : over(times({ high: value, low: 0 }, remaining / fifo.perUnit), quantity),
    );
    const values = partsToTheCent(money);
    return layers.map(({ date, receipt, remaining, unitCost }, i) => ({
      location,
      date,
      ref: receipt.ref,
      quantity: remaining / fifo.perUnit,
      unitCost: atOwnCost ? nearest(unitCost) : value / quantity,
      value: values[i],
    }));
  });
}

/** The same movements where only quantities matter: every row in has a cost. */
const costless = (ledger: Ledger): Ledger => ({
  ...ledger,
  costs: ledger.costs.map((cost, row) => (ledger.quantities[row] > 0 && !(cost >= 0) ? 0 : cost)),
});

function documentAmounts(
  { movements, documentsFrom }: ValuationTask,
  books: ItemBooks,
  rows: readonly number[],
): DocumentAmount[] {
  const from = documentsFrom ?? Infinity;
  const found: DocumentAmount[] = [];
  const toSales = new Map(books.costOfSales.map(({ row, amount }) => [row, nearest(amount)]));
  for (const { row, date, place, kind, amount } of books.moves) {
    const invoice = kind === "invoice";
    if (row < 0 || (date < from && !invoice)) continue;
    found.push({
      document: movements.refs[rows[row]] || movements.ids[rows[row]],
      id: movements.ids[rows[row]],
      row: movements.rows[rows[row]],
      location: place,
      date,
      invoice,
      toStock: nearest(amount),
      toSales: invoice ? (toSales.get(row) ?? 0) : 0,
    });
  }
  return found;
}
