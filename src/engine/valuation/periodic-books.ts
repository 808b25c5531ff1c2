import { bucketOf } from "../calendar";
import { invalidInput } from "../errors";
import { exactly, minus, over, plus, product, times, zero, type DoubleDouble } from "../math/double-double";
import { addTo, emptyPool, shareOf, type AverageBooks, type Pool } from "./average-books";
import { inTransit, postRows, type CostOfSales, type MoveKind, type StockMove } from "./books";
import { at, costOf, noSuchReceipt, noSuchTransfer, placeOf, shortage, type Ledger } from "./ledger";
import { prepareLedger, type PreparedLedger } from "./prepare-ledger";

/**
 * Periodic average: one for each calendar month over all places of the item, of what the month began with and what came in, less what
 * went back to suppliers. All that leaves in the month takes it, returns from customers too; moves between places keep it.
 * Source: IAS 2.27, "on a periodic basis"; ASC 330-10-30-9.
 */
export function postPeriodicAverage(ledger: Ledger, { goOn = false } = {}): AverageBooks {
  const books = new Months(prepareLedger(ledger));
  const post = (row: number, partly: boolean) => {
    books.openMonthOf(row);
    return books.post(row, partly);
  };
  const faults = postRows(books.ledger, post, goOn);
  books.closeMonth();
  const { pools, month, moves, costOfSales, ledger: prepared } = books;
  const { perUnit, order } = prepared;
  return { pools, received: month, last: books.average(), moves, costOfSales, faults, perUnit, order };
}

interface Pending {
  readonly row: number;
  readonly kind: MoveKind;
  readonly place: string;
  readonly steps: number;
}

type Document =
  | (Pool & { readonly kind: "receipt" })
  | { readonly kind: "issue" }
  | { readonly kind: "transfer"; steps: number };

class Months {
  readonly pools = new Map<string, Pool>();
  readonly moves: StockMove[] = [];
  readonly costOfSales: CostOfSales[] = [];
  /** What the average is of: opening and receipts. */
  month = emptyPool();
  private issued = 0;
  private bucket = -Infinity;
  private lastDate = 0;
  private pending: Pending[] = [];
  private readonly documents = new Map<string, Document>();

  constructor(readonly ledger: PreparedLedger) {}

  average(): DoubleDouble | undefined {
    return this.month.steps > 0 ? over(this.month.money, this.month.steps) : undefined;
  }

  openMonthOf(row: number): void {
    const bucket = bucketOf(this.ledger.dates[row], "M");
    if (bucket !== this.bucket) {
      this.closeMonth();
      this.bucket = bucket;
      const left = this.month.steps - this.issued;
      this.month = { steps: left, money: left > 0 ? shareOf(this.month, left) : zero };
      this.issued = 0;
    }
    this.lastDate = this.ledger.dates[row];
  }

  /** Prices what left in the month, and brings each place to the average. */
  closeMonth(): void {
    const average = this.average();
    for (const { row, kind, place, steps } of this.pending) {
      const money = average === undefined ? zero : times(average, steps);
      this.move(row, kind, place, steps, money);
      if (kind === "sale") {
        const amount = over(minus(zero, money), this.ledger.perUnit);
        this.costOfSales.push({ row, quantity: -steps / this.ledger.perUnit, amount });
      }
    }
    this.pending = [];
    for (const [place, pool] of this.pools) {
      const value = average === undefined ? zero : times(average, pool.steps);
      const change = minus(value, pool.money);
      if (Math.abs(change.high) > 0) this.move(-1, "transfer", place, 0, change);
      pool.money = value;
    }
  }

  post(row: number, partly: boolean): number {
    const { steps: all, refs, transfers, quantities } = this.ledger;
    const steps = all[row];
    const ref = refs?.[row] ?? "";
    const document = ref === "" ? undefined : this.documents.get(ref);
    const place = placeOf(this.ledger, row);
    if (steps > 0 && transfers?.[row] === true) this.arrive(row, steps, document);
    else if (steps > 0 && document?.kind === "issue") this.later(row, "sale", place, steps);
    else if (steps > 0) this.receive(row, steps, ref, document);
    else if (steps < 0) return this.goOut(row, -steps, ref, document, partly);
    else if (quantities[row] === 0) this.invoice(row, document);
    return 0;
  }

  private receive(row: number, steps: number, ref: string, known: Document | undefined): void {
    const money = product(costOf(this.ledger, row), steps);
    addTo(this.month, steps, money);
    const document = known?.kind === "receipt" ? known : { kind: "receipt" as const, ...emptyPool() };
    addTo(document, steps, money);
    if (ref !== "") this.documents.set(ref, document);
    const place = placeOf(this.ledger, row);
    this.poolAt(place).steps += steps;
    this.move(row, "receipt", place, steps, money);
  }

  private goOut(
    row: number,
    steps: number,
    ref: string,
    document: Document | undefined,
    partly: boolean,
  ): number {
    const { perUnit, transfers } = this.ledger;
    const transfer = transfers?.[row] === true;
    if (transfer && ref === "")
      throw invalidInput(at(this.ledger, "ref", row), "must be given for a transfer", null);
    const place = placeOf(this.ledger, row);
    const short = steps - this.poolAt(place).steps;
    const counts = short > 0 && short >= perUnit / 1e6;
    if (counts && !partly) throw shortage(this.ledger, row, short / perUnit);
    const out = Math.min(steps, this.poolAt(place).steps);
    if (transfer) {
      const known = document?.kind === "transfer" ? document : { kind: "transfer" as const, steps: 0 };
      known.steps += out;
      this.documents.set(ref, known);
      this.later(row, "transfer", place, -out);
      this.later(row, "transfer", inTransit, out);
    } else if (document?.kind === "receipt") {
      const back = Math.min(out, document.steps);
      const cost = back === 0 ? zero : shareOf(document, back);
      addTo(document, -back, minus(zero, cost));
      addTo(this.month, -back, minus(zero, cost));
      this.poolAt(place).steps -= back;
      this.move(row, "supplier", place, -back, minus(zero, cost));
      if (out > back) this.later(row, "sale", place, back - out);
    } else {
      if (ref !== "") this.documents.set(ref, { kind: "issue" });
      this.later(row, "sale", place, -out);
    }
    return counts ? short : 0;
  }

  private arrive(row: number, steps: number, document: Document | undefined): void {
    if (document?.kind !== "transfer" || document.steps < steps) throw noSuchTransfer(this.ledger, row);
    document.steps -= steps;
    this.later(row, "transfer", inTransit, -steps);
    this.later(row, "transfer", placeOf(this.ledger, row), steps);
  }

  private invoice(row: number, document: Document | undefined): void {
    const { costs, perUnit } = this.ledger;
    if (Number.isNaN(costs[row]) || costs[row] === 0) return;
    if (document?.kind !== "receipt") throw noSuchReceipt(this.ledger, row);
    const money = times(exactly(costs[row]), perUnit);
    const left = this.month.steps - this.issued;
    const carried = document.steps === 0 ? 0 : Math.min(1, left / document.steps);
    const toStock = times(money, carried);
    addTo(document, 0, money);
    addTo(this.month, 0, toStock);
    this.move(row, "invoice", placeOf(this.ledger, row), 0, toStock);
    this.costOfSales.push({ row, quantity: 0, amount: over(minus(money, toStock), perUnit) });
  }

  /** Units that move now, and are priced when the month is over. */
  private later(row: number, kind: MoveKind, place: string, steps: number): void {
    this.poolAt(place).steps += steps;
    if (kind === "sale") this.issued -= steps;
    this.pending.push({ row, kind, place, steps });
  }

  private poolAt(place: string): Pool {
    let pool = this.pools.get(place);
    if (pool === undefined) this.pools.set(place, (pool = emptyPool()));
    return pool;
  }

  private move(row: number, kind: MoveKind, place: string, steps: number, money: DoubleDouble): void {
    const pool = this.poolAt(place);
    pool.money = plus(pool.money, money);
    const date = row < 0 ? this.lastDate : this.ledger.dates[row];
    this.moves.push({ row, date, place, kind, steps, amount: over(money, this.ledger.perUnit) });
  }
}
