import { invalidInput } from "../errors";
import { exactly, minus, over, plus, product, times, zero, type DoubleDouble } from "../math/double-double";
import {
  inTransit,
  postRows,
  type CostOfSales,
  type ItemBooks,
  type MoveKind,
  type StockMove,
} from "./books";
import { at, costOf, noSuchReceipt, noSuchTransfer, placeOf, shortage, type Ledger } from "./ledger";
import { prepareLedger, type PreparedLedger } from "./prepare-ledger";

/** Units and their money, in steps. */
export interface Pool {
  steps: number;
  money: DoubleDouble;
}

export const emptyPool = (): Pool => ({ steps: 0, money: zero });

export function addTo(pool: Pool, steps: number, money: DoubleDouble): void {
  pool.steps += steps;
  // Used up means no money left either, not the last digits of a division.
  pool.money = pool.steps === 0 ? zero : plus(pool.money, money);
}

/** What some of the units cost; all of them cost all of it. */
export const shareOf = ({ steps, money }: Pool, part: number): DoubleDouble =>
  part === steps ? money : over(times(money, part), steps);

export interface AverageBooks extends ItemBooks {
  /** Stock by place. */
  readonly pools: ReadonlyMap<string, Readonly<Pool>>;
  /** All that came in, less what went back to suppliers. */
  readonly received: Readonly<Pool>;
  /** Cost of a unit after the last row that left stock, for units instead of steps. */
  readonly last?: DoubleDouble;
}

type Document = Pool & { readonly kind: "receipt" | "issue" | "transfer"; readonly place: string };

/**
 * Moving average, anew with every receipt at a place: an issue takes the average of the moment. Returns from customers come back at what
 * their issue took (their document is that of the issue). A late invoice raises the average as far as there is stock to carry it where the
 * goods came in, the rest is cost of sales. A transfer takes the average of where it leaves.
 * Source: IAS 2.25 and 2.27; ASC 330-10-30-9.
 */
export function postMovingAverage(ledger: Ledger, { goOn = false } = {}): AverageBooks {
  const books = new Books(prepareLedger(ledger));
  const faults = postRows(books.ledger, (row, partly) => books.post(row, partly), goOn);
  const { pools, received, last, moves, costOfSales, ledger: prepared } = books;
  const { perUnit, order } = prepared;
  return { pools, received, last, moves, costOfSales, faults, perUnit, order };
}

/** Money in these books is for steps instead of units, but for what they hand out. */
class Books {
  readonly pools = new Map<string, Pool>();
  readonly received = emptyPool();
  readonly moves: StockMove[] = [];
  readonly costOfSales: CostOfSales[] = [];
  last?: DoubleDouble;
  private readonly documents = new Map<string, Document>();

  constructor(readonly ledger: PreparedLedger) {}

  /** Posts a row, or throws before anything has changed; answers the steps that were not there. */
  post(row: number, partly: boolean): number {
    const count = this.ledger.steps[row];
    const ref = this.ledger.refs?.[row] ?? "";
    const document = ref === "" ? undefined : this.documents.get(ref);
    const transfer = this.ledger.transfers?.[row] === true;
    const pool = this.poolAt(placeOf(this.ledger, row));
    let short = 0;
    if (count > 0 && transfer) this.arrive(row, count, document);
    else if (count > 0 && document?.kind === "issue" && count <= document.steps) {
      const back = shareOf(document, count);
      addTo(document, -count, minus(zero, back));
      addTo(pool, count, back);
      this.sold(row, -count, minus(zero, back));
    } else if (count > 0) this.receive(row, count, ref, document);
    else if (count < 0) short = this.goOut(row, -count, { ref, document, transfer, partly });
    else if (this.ledger.quantities[row] === 0) this.invoice(row, document);
    if (pool.steps > 0) this.last = over(pool.money, pool.steps);
    return short;
  }

  private receive(row: number, count: number, ref: string, document: Document | undefined): void {
    const money = product(costOf(this.ledger, row), count);
    addTo(this.poolAt(placeOf(this.ledger, row)), count, money);
    addTo(this.received, count, money);
    this.remember("receipt", row, ref, document, count, money);
    this.moved(row, "receipt", count, money);
  }

  private goOut(
    row: number,
    steps: number,
    {
      ref,
      document,
      transfer,
      partly,
    }: { ref: string; document: Document | undefined; transfer: boolean; partly: boolean },
  ): number {
    const { perUnit } = this.ledger;
    if (transfer && ref === "")
      throw invalidInput(at(this.ledger, "ref", row), "must be given for a transfer", null);
    const pool = this.poolAt(placeOf(this.ledger, row));
    const short = steps - pool.steps;
    const counts = short > 0 && short >= perUnit / 1e6;
    if (counts && !partly) throw shortage(this.ledger, row, short / perUnit);
    const out = Math.min(steps, pool.steps);
    const money = out === 0 ? zero : shareOf(pool, out);
    addTo(pool, -out, minus(zero, money));
    if (transfer) {
      this.remember("transfer", row, ref, document, out, money);
      addTo(this.poolAt(inTransit), out, money);
      this.moved(row, "transfer", -out, minus(zero, money));
      this.moved(row, "transfer", out, money, inTransit);
    } else if (document?.kind === "receipt") {
      const back = Math.min(out, document.steps);
      const cost = back === 0 ? zero : shareOf(document, back);
      addTo(document, -back, minus(zero, cost));
      addTo(this.received, -back, minus(zero, cost));
      this.moved(row, "supplier", -out, minus(zero, money));
    } else {
      this.remember("issue", row, ref, document, out, money);
      this.sold(row, out, money);
    }
    return counts ? short : 0;
  }

  private arrive(row: number, count: number, document: Document | undefined): void {
    if (document?.kind !== "transfer" || count > document.steps) throw noSuchTransfer(this.ledger, row);
    const money = shareOf(document, count);
    addTo(document, -count, minus(zero, money));
    addTo(this.poolAt(inTransit), -count, minus(zero, money));
    addTo(this.poolAt(placeOf(this.ledger, row)), count, money);
    this.moved(row, "transfer", -count, minus(zero, money), inTransit);
    this.moved(row, "transfer", count, money);
  }

  private invoice(row: number, document: Document | undefined): void {
    const { costs, perUnit } = this.ledger;
    if (Number.isNaN(costs[row]) || costs[row] === 0) return;
    if (document?.kind !== "receipt") throw noSuchReceipt(this.ledger, row);
    const money = times(exactly(costs[row]), perUnit);
    const pool = this.poolAt(document.place);
    const carried = document.steps === 0 ? 0 : Math.min(1, pool.steps / document.steps);
    const toStock = times(money, carried);
    addTo(document, 0, money);
    addTo(this.received, 0, money);
    addTo(pool, 0, toStock);
    this.moved(row, "invoice", 0, toStock, document.place);
    this.costOfSales.push({ row, quantity: 0, amount: over(minus(money, toStock), perUnit) });
  }

  private poolAt(place: string): Pool {
    let pool = this.pools.get(place);
    if (pool === undefined) this.pools.set(place, (pool = emptyPool()));
    return pool;
  }

  private remember(
    kind: Document["kind"],
    row: number,
    ref: string,
    known: Document | undefined,
    count: number,
    money: DoubleDouble,
  ): void {
    if (ref === "") return;
    const document = known ?? { kind, place: placeOf(this.ledger, row), ...emptyPool() };
    addTo(document, count, money);
    this.documents.set(ref, document);
  }

  private sold(row: number, steps: number, money: DoubleDouble): void {
    const { perUnit } = this.ledger;
    this.costOfSales.push({ row, quantity: steps / perUnit, amount: over(money, perUnit) });
    this.moved(row, "sale", -steps, minus(zero, money));
  }

  private moved(
    row: number,
    kind: MoveKind,
    steps: number,
    money: DoubleDouble,
    place = placeOf(this.ledger, row),
  ): void {
    const amount = over(money, this.ledger.perUnit);
    this.moves.push({ row, date: this.ledger.dates[row], place, kind, steps, amount });
  }
}
