import { dayOfSerial } from "../calendar";
import { invalidInput } from "../errors";
import { exactly, minus, over, plus, product, zero, type DoubleDouble } from "../math/double-double";
import {
  inTransit,
  postRows,
  type CostOfSales,
  type ItemBooks,
  type MoveKind,
  type StockMove,
} from "./books";
import { at, noSuchTransfer, placeOf, shortage, type Ledger } from "./ledger";
import { prepareLedger, type PreparedLedger } from "./prepare-ledger";

/** A standard cost and the day, an Excel serial, from which it holds. */
export interface StandardFrom {
  readonly from: number;
  /** Money per unit. */
  readonly cost: number;
}

export interface StandardBooks extends ItemBooks {
  /** Steps by place. */
  readonly stock: ReadonlyMap<string, number>;
  /** Purchase price variance of a row: paid above (+) or below (-) standard, money. */
  readonly variances: readonly {
    readonly row: number;
    readonly place: string;
    readonly amount: DoubleDouble;
  }[];
  /** Standard after the last row, money per unit. */
  readonly standard: number;
}

/**
 * Standard cost: what comes in and what goes out moves stock at the standard of its day, what was paid beyond it is variance, and a new
 * standard revalues what is there. An invoice that comes after the goods is variance.
 * Source: IAS 2.21; ASC 330-10-30-12.
 * @param standards ascending by day, at least one; the first holds before its day too
 * @param until last day whose change of standard counts, an Excel serial
 */
export function postAtStandard(
  ledger: Ledger,
  standards: readonly StandardFrom[],
  until: number,
  { goOn = false } = {},
): StandardBooks {
  const books = new Books(prepareLedger(ledger), standards);
  const post = (row: number, partly: boolean) => {
    books.revalueUpTo(ledger.dates[row]);
    return books.post(row, partly);
  };
  const faults = postRows(books.ledger, post, goOn);
  books.revalueUpTo(until);
  const { stock, moves, costOfSales, variances, standard, ledger: prepared } = books;
  const { perUnit, order } = prepared;
  return { stock, moves, costOfSales, variances, standard, perUnit, order, faults };
}

class Books {
  readonly stock = new Map<string, number>();
  readonly moves: StockMove[] = [];
  readonly costOfSales: CostOfSales[] = [];
  readonly variances: { row: number; place: string; amount: DoubleDouble }[] = [];
  standard: number;
  private next = 1;
  private readonly documents = new Map<
    string,
    { readonly kind: "receipt" | "issue" | "transfer"; steps: number }
  >();

  constructor(
    readonly ledger: PreparedLedger,
    private readonly standards: readonly StandardFrom[],
  ) {
    this.standard = standards[0].cost;
  }

  /** New standards up to and with this day. */
  revalueUpTo(date: number): void {
    for (; this.next < this.standards.length; this.next++) {
      const { from, cost } = this.standards[this.next];
      if (dayOfSerial(from) > dayOfSerial(date)) return;
      const change = minus(exactly(cost), exactly(this.standard));
      for (const [place, steps] of this.stock) {
        if (steps === 0) continue;
        const amount = over(
          plus(product(change.high, steps), product(change.low, steps)),
          this.ledger.perUnit,
        );
        this.moves.push({ row: -1, date: from, place, kind: "revaluation", steps: 0, amount });
      }
      this.standard = cost;
    }
  }

  post(row: number, partly: boolean): number {
    const { steps: all, refs, transfers, costs, quantities } = this.ledger;
    const steps = all[row];
    const ref = refs?.[row] ?? "";
    const document = ref === "" ? undefined : this.documents.get(ref);
    const place = placeOf(this.ledger, row);
    if (steps > 0 && transfers?.[row] === true) this.arrive(row, steps, document);
    else if (steps > 0 && (document?.kind === "issue" || (document && Number.isNaN(costs[row]))))
      this.move(row, "sale", place, steps);
    else if (steps > 0) {
      if (costs[row] < 0) throw invalidInput(at(this.ledger, "cost", row), "must be at least 0", costs[row]);
      this.remember("receipt", ref, document, steps);
      this.move(row, "receipt", place, steps);
      this.vary(row, steps);
    } else if (steps < 0) return this.goOut(row, -steps, ref, document, partly);
    else if (quantities[row] === 0 && costs[row] !== 0 && !Number.isNaN(costs[row]))
      this.variances.push({ row, place, amount: exactly(costs[row]) });
    return 0;
  }

  private goOut(
    row: number,
    steps: number,
    ref: string,
    document: { readonly kind: string; steps: number } | undefined,
    partly: boolean,
  ): number {
    const { perUnit, transfers } = this.ledger;
    const transfer = transfers?.[row] === true;
    if (transfer && ref === "")
      throw invalidInput(at(this.ledger, "ref", row), "must be given for a transfer", null);
    const place = placeOf(this.ledger, row);
    const there = this.stock.get(place) ?? 0;
    const short = steps - there;
    const counts = short > 0 && short >= perUnit / 1e6;
    if (counts && !partly) throw shortage(this.ledger, row, short / perUnit);
    const out = Math.min(steps, there);
    if (transfer) {
      this.remember("transfer", ref, document, out);
      this.move(row, "transfer", place, -out);
      this.move(row, "transfer", inTransit, out);
    } else if (document?.kind === "receipt") {
      this.move(row, "supplier", place, -out);
      this.vary(row, -out);
    } else {
      this.remember("issue", ref, document, out);
      this.move(row, "sale", place, -out);
    }
    return counts ? short : 0;
  }

  private arrive(
    row: number,
    steps: number,
    document: { readonly kind: string; steps: number } | undefined,
  ): void {
    if (document?.kind !== "transfer" || document.steps < steps) throw noSuchTransfer(this.ledger, row);
    document.steps -= steps;
    this.move(row, "transfer", inTransit, -steps);
    this.move(row, "transfer", placeOf(this.ledger, row), steps);
  }

  private remember(
    kind: "receipt" | "issue" | "transfer",
    ref: string,
    known: { readonly kind: string; steps: number } | undefined,
    steps: number,
  ): void {
    if (ref === "") return;
    if (known === undefined) this.documents.set(ref, { kind, steps });
    else known.steps += steps;
  }

  /** Paid beyond standard; nothing is known where no cost is given. */
  private vary(row: number, steps: number): void {
    const { costs, perUnit } = this.ledger;
    if (Number.isNaN(costs[row])) return;
    const amount = over(minus(product(costs[row], steps), product(this.standard, steps)), perUnit);
    this.variances.push({ row, place: placeOf(this.ledger, row), amount });
  }

  private move(row: number, kind: MoveKind, place: string, steps: number): void {
    const { perUnit, dates } = this.ledger;
    const amount = over(product(this.standard, steps), perUnit);
    this.stock.set(place, (this.stock.get(place) ?? 0) + steps);
    this.moves.push({ row, date: dates[row], place, kind, steps, amount });
    if (kind === "sale")
      this.costOfSales.push({ row, quantity: -steps / perUnit, amount: minus(zero, amount) });
  }
}
