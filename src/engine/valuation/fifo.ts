import { invalidInput } from "../errors";
import { exactly, minus, over, plus, product, times, zero, type DoubleDouble } from "../math/double-double";
import type { BookFault, CostOfSales, ItemBooks, MoveKind, StockMove } from "./books";
import { inTransit, postRows } from "./books";
import { LayerStack, type Layer, type Receipt } from "./layer-stack";
import { at, costOf, noSuchReceipt, noSuchTransfer, placeOf, shortage, type Ledger } from "./ledger";
import { prepareLedger, type PreparedLedger } from "./prepare-ledger";

export interface FifoBooks extends ItemBooks {
  /** Layers with stock left, oldest first, place after place. */
  readonly layers: readonly Layer[];
  /** Money of receipts and late invoices. */
  readonly valueIn: DoubleDouble;
  /** Money of units that went back to the supplier. */
  readonly toSupplier: DoubleDouble;
  /** The first of the faults: where posting stopped, unless it was to go on. What was posted before it stands. */
  readonly fault?: BookFault;
}

type Document =
  | Receipt
  | { readonly kind: "issue"; readonly taken: Taken[] }
  | { readonly kind: "transfer"; readonly taken: Taken[] };

interface Taken {
  layer: Layer;
  steps: number;
}

/**
 * First in, first out. A row in is a receipt and opens a layer, unless its document is that of an earlier issue: then the units go back
 * into the layers that the issue took them from, last taken first, at the cost those have now; or unless it has no cost and its document
 * is that of an earlier receipt: then they go back into that. A row out takes from the oldest layer, but one whose document is that of an
 * earlier receipt goes back to the supplier and takes from that receipt first. A late invoice raises the cost of all units of its receipt:
 * those in stock by revaluing the layer, wherever it is, those gone through cost of sales. A transfer carries its layers with it.
 * Source: IAS 2.10-11, 2.25 and 2.27; ASC 330-10-30-9.
 * @param go on after a row that cannot be posted; units that were not there stay unpriced
 */
export function postFirstInFirstOut(ledger: Ledger, { goOn = false } = {}): FifoBooks {
  const books = new Books(prepareLedger(ledger));
  const faults = postRows(books.ledger, (row, partly) => books.post(row, partly), goOn);
  const { costOfSales, valueIn, toSupplier, moves, ledger: prepared } = books;
  return {
    layers: [...books.stacks.values()].flatMap((stack) => stack.left()),
    moves,
    costOfSales,
    valueIn,
    toSupplier,
    perUnit: prepared.perUnit,
    order: prepared.order,
    faults,
    fault: faults.at(0),
  };
}

class Books {
  readonly stacks = new Map<string, LayerStack>();
  readonly costOfSales: CostOfSales[] = [];
  readonly moves: StockMove[] = [];
  valueIn = zero;
  toSupplier = zero;
  private readonly documents = new Map<string, Document>();

  constructor(readonly ledger: PreparedLedger) {}

  /** Posts a row, or throws before anything has changed; answers the steps that were not there, none unless it may go on. */
  post(row: number, partly: boolean): number {
    const steps = this.ledger.steps[row];
    const ref = this.ledger.refs?.[row] ?? "";
    const document = ref === "" ? undefined : this.documents.get(ref);
    const moved = this.ledger.transfers?.[row] === true;
    if (steps > 0 && moved) this.arrive(row, steps, document);
    else if (steps > 0) this.comeIn(row, steps, ref, document);
    else if (steps < 0) return this.goOut(row, -steps, { ref, document, moved, partly });
    else if (this.ledger.quantities[row] === 0) this.invoice(row, document);
    return 0;
  }

  private stackAt(place: string): LayerStack {
    let stack = this.stacks.get(place);
    if (stack === undefined) this.stacks.set(place, (stack = new LayerStack(place)));
    return stack;
  }

  private comeIn(row: number, steps: number, ref: string, document: Document | undefined): void {
    if (document?.kind === "issue") return this.returnFromCustomer(row, steps, document.taken);
    if (document?.kind === "receipt" && Number.isNaN(this.ledger.costs[row]))
      return this.returnToReceipt(row, steps, document.layers);
    const receipt: Receipt = document?.kind === "receipt" ? document : { kind: "receipt", ref, layers: [] };
    this.receive(row, steps, receipt);
    if (ref !== "") this.documents.set(ref, receipt);
  }

  private receive(row: number, steps: number, receipt: Receipt): void {
    const cost = costOf(this.ledger, row);
    const money = over(product(cost, steps), this.ledger.perUnit);
    this.valueIn = plus(this.valueIn, money);
    this.stackAt(placeOf(this.ledger, row)).add(this.ledger.dates[row], exactly(cost), steps, receipt);
    this.moved(row, "receipt", steps, money);
  }

  private returnFromCustomer(row: number, steps: number, taken: Taken[]): void {
    // Units may have come back already, under the document of their receipt.
    for (const each of taken) each.steps = Math.min(each.steps, each.layer.kept - each.layer.remaining);
    const known = taken.reduce((sum, each) => sum + each.steps, 0);
    if (steps > known && Number.isNaN(this.ledger.costs[row]))
      throw invalidInput(at(this.ledger, "cost", row), "must be given for units beyond those issued", null);
    if (steps > known) costOf(this.ledger, row);
    let left = Math.min(steps, known);
    if (left > 0) {
      let money = zero;
      for (let last = taken.at(-1); left > 0 && last !== undefined; last = taken.at(-1)) {
        const back = Math.min(left, last.steps);
        money = plus(money, this.putBack(last.layer, back, row));
        left -= back;
        last.steps -= back;
        if (last.steps === 0) taken.pop();
      }
      this.sold(row, -Math.min(steps, known), minus(zero, money));
    }
    if (steps > known) this.receive(row, steps - known, { kind: "receipt", ref: "", layers: [] });
  }

  private returnToReceipt(row: number, steps: number, layers: readonly Layer[]): void {
    const gone = layers.reduce((sum, layer) => sum + layer.kept - layer.remaining, 0);
    if (steps > gone)
      throw invalidInput(
        at(this.ledger, "cost", row),
        "must be given for units beyond those that left",
        null,
      );
    let left = steps;
    let money = zero;
    // Layers that a move to this place opens stand at the end and are full.
    for (let i = layers.length - 1; i >= 0 && left > 0; i--) {
      const back = Math.min(left, layers[i].kept - layers[i].remaining);
      if (back > 0) money = plus(money, this.putBack(layers[i], back, row));
      left -= back;
    }
    this.sold(row, -steps, minus(zero, money));
  }

  /** Units of a layer that had left come back, to another place perhaps; their money, for steps instead of units. */
  private putBack(layer: Layer, steps: number, row: number): DoubleDouble {
    const place = placeOf(this.ledger, row);
    if (layer.place === place) this.stackAt(place).putBack(layer, steps);
    else {
      layer.kept -= steps;
      this.stackAt(place).add(layer.date, layer.unitCost, steps, layer.receipt);
    }
    return times(layer.unitCost, steps);
  }

  private goOut(
    row: number,
    steps: number,
    {
      ref,
      document,
      moved,
      partly,
    }: { ref: string; document: Document | undefined; moved: boolean; partly: boolean },
  ): number {
    const stack = this.stackAt(placeOf(this.ledger, row));
    if (moved && ref === "")
      throw invalidInput(at(this.ledger, "ref", row), "must be given for a transfer", null);
    const short = steps - stack.steps;
    // A millionth of a unit is what rounding of thirds and the like leaves.
    const counts = short > 0 && short >= this.ledger.perUnit / 1e6;
    if (counts && !partly) throw shortage(this.ledger, row, short / this.ledger.perUnit);
    const out = Math.min(steps, stack.steps);
    if (moved) this.depart(row, out, ref, document, stack);
    else if (document?.kind === "receipt") this.toSupplierOf(row, out, document, stack);
    else this.issue(row, out, ref, document, stack);
    return counts ? short : 0;
  }

  private toSupplierOf(row: number, steps: number, { layers }: Receipt, stack: LayerStack): void {
    let left = steps;
    let money = zero;
    for (const layer of layers) {
      if (layer.place !== stack.place) continue;
      const back = Math.min(left, layer.remaining);
      stack.takeFrom(layer, back);
      layer.kept -= back;
      money = plus(money, times(layer.unitCost, back));
      left -= back;
    }
    stack.takeOldest(left, (layer, part) => {
      money = plus(money, times(layer.unitCost, part));
    });
    const amount = over(money, this.ledger.perUnit);
    this.toSupplier = plus(this.toSupplier, amount);
    this.moved(row, "supplier", -steps, minus(zero, amount));
  }

  private issue(
    row: number,
    steps: number,
    ref: string,
    document: Document | undefined,
    stack: LayerStack,
  ): void {
    const taken: Taken[] = document?.kind === "issue" ? document.taken : [];
    let money = zero;
    stack.takeOldest(steps, (layer, part) => {
      money = plus(money, times(layer.unitCost, part));
      if (ref !== "") taken.push({ layer, steps: part });
    });
    this.sold(row, steps, money);
    if (ref !== "" && document === undefined) this.documents.set(ref, { kind: "issue", taken });
  }

  private depart(
    row: number,
    steps: number,
    ref: string,
    document: Document | undefined,
    stack: LayerStack,
  ): void {
    const taken: Taken[] = document?.kind === "transfer" ? document.taken : [];
    const transit = this.stackAt(inTransit);
    let money = zero;
    stack.takeOldest(steps, (layer, part) => {
      layer.kept -= part;
      money = plus(money, times(layer.unitCost, part));
      taken.push({ layer: transit.add(layer.date, layer.unitCost, part, layer.receipt), steps: part });
    });
    this.documents.set(ref, { kind: "transfer", taken });
    const amount = over(money, this.ledger.perUnit);
    this.moved(row, "transfer", -steps, minus(zero, amount));
    this.moved(row, "transfer", steps, amount, inTransit);
  }

  private arrive(row: number, steps: number, document: Document | undefined): void {
    const taken = document?.kind === "transfer" ? document.taken : [];
    const known = taken.reduce((sum, each) => sum + each.steps, 0);
    if (steps > known) throw noSuchTransfer(this.ledger, row);
    const transit = this.stackAt(inTransit);
    const stack = this.stackAt(placeOf(this.ledger, row));
    let left = steps;
    let money = zero;
    for (let first = taken.at(0); left > 0 && first !== undefined; first = taken.at(0)) {
      const { layer } = first;
      const part = Math.min(left, first.steps);
      transit.takeFrom(layer, part);
      layer.kept -= part;
      stack.add(layer.date, layer.unitCost, part, layer.receipt);
      money = plus(money, times(layer.unitCost, part));
      left -= part;
      first.steps -= part;
      if (first.steps === 0) taken.shift();
    }
    const amount = over(money, this.ledger.perUnit);
    this.moved(row, "transfer", -steps, minus(zero, amount), inTransit);
    this.moved(row, "transfer", steps, amount);
  }

  private invoice(row: number, document: Document | undefined): void {
    const { costs, perUnit } = this.ledger;
    if (Number.isNaN(costs[row]) || costs[row] === 0) return;
    if (document?.kind !== "receipt") throw noSuchReceipt(this.ledger, row);
    const layers = document.layers.filter((layer) => layer.kept > 0);
    const kept = layers.reduce((sum, layer) => sum + layer.kept, 0);
    const perStep = kept === 0 ? zero : over(exactly(costs[row]), kept);
    const raised = layers.map((layer) => plus(layer.unitCost, times(perStep, perUnit)));
    if (raised.some(({ high }) => high < 0))
      throw invalidInput(
        at(this.ledger, "cost", row),
        "must not take more off than the receipt cost",
        costs[row],
      );
    let toSales = exactly(costs[row]);
    layers.forEach((layer, i) => {
      layer.unitCost = raised[i];
      const toStock = times(perStep, layer.remaining);
      toSales = minus(toSales, toStock);
      if (layer.remaining > 0) this.moved(row, "invoice", 0, toStock, layer.place);
    });
    this.valueIn = plus(this.valueIn, exactly(costs[row]));
    // Where all units are still there none of it was sold: what the shares leave is dust of the division.
    const allThere = kept > 0 && layers.every((layer) => layer.remaining === layer.kept);
    this.costOfSales.push({ row, quantity: 0, amount: allThere ? zero : toSales });
  }

  /** @param money for steps instead of units */
  private sold(row: number, steps: number, money: DoubleDouble): void {
    const { perUnit } = this.ledger;
    const amount = over(money, perUnit);
    this.costOfSales.push({ row, quantity: steps / perUnit, amount });
    this.moved(row, "sale", -steps, minus(zero, amount));
  }

  private moved(
    row: number,
    kind: MoveKind,
    steps: number,
    amount: DoubleDouble,
    place = placeOf(this.ledger, row),
  ): void {
    this.moves.push({ row, date: this.ledger.dates[row], place, kind, steps, amount });
  }
}
