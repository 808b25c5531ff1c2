import { PlanningError, invalidInput } from "../errors";
import { exactly, minus, over, plus, product, times, zero, type DoubleDouble } from "../math/double-double";
import { LayerStack, type Layer } from "./layer-stack";
import { at, costOf, prepareLedger, shortage, type Ledger, type PreparedLedger } from "./ledger";

/** What one row moved to or from cost of sales. */
export interface CostOfSales {
  readonly row: number;
  /** Units sold; negative for a return from a customer, 0 for a late invoice. */
  readonly quantity: number;
  /** Money; negative for a return from a customer. */
  readonly amount: DoubleDouble;
}

export interface FifoBooks {
  /** Layers with stock left, oldest first. */
  readonly layers: readonly Layer[];
  readonly costOfSales: readonly CostOfSales[];
  /** Money of receipts and late invoices. */
  readonly valueIn: DoubleDouble;
  /** Money of units that went back to the supplier. */
  readonly toSupplier: DoubleDouble;
  /** Steps in one unit: quantities of layers count in steps. */
  readonly perUnit: number;
  /** Rows in the order of posting. */
  readonly order: readonly number[];
  /** Why posting stopped, and at which row; what was posted before it stands. */
  readonly fault?: { readonly row: number; readonly error: PlanningError };
}

type Document =
  | { readonly kind: "receipt"; readonly layers: Layer[] }
  | { readonly kind: "issue"; readonly taken: Taken[] };

interface Taken {
  readonly layer: Layer;
  steps: number;
}

/**
 * First in, first out. A row in is a receipt and opens a layer, unless its document is that of an earlier issue: then the units go back
 * into the layers that the issue took them from, last taken first, at the cost those have now; or unless it has no cost and its document
 * is that of an earlier receipt: then they go back into that. A row out takes from the oldest layer, but one whose document is that of an
 * earlier receipt goes back to the supplier and takes from that receipt first. A late invoice raises the cost of all units of its receipt:
 * those in stock by revaluing the layer, those gone through cost of sales.
 * Source: IAS 2.10-11, 2.25 and 2.27; ASC 330-10-30-9.
 */
export function postFirstInFirstOut(ledger: Ledger): FifoBooks {
  const books = new Books(prepareLedger(ledger));
  let fault: FifoBooks["fault"];
  for (const row of books.ledger.order) {
    try {
      books.post(row);
    } catch (error) {
      if (!(error instanceof PlanningError)) throw error;
      fault = { row, error };
      break;
    }
  }
  const { costOfSales, valueIn, toSupplier, ledger: prepared } = books;
  return {
    layers: books.stack.left(),
    costOfSales,
    valueIn,
    toSupplier,
    perUnit: prepared.perUnit,
    order: prepared.order,
    fault,
  };
}

class Books {
  readonly stack = new LayerStack();
  readonly costOfSales: CostOfSales[] = [];
  valueIn = zero;
  toSupplier = zero;
  private readonly documents = new Map<string, Document>();

  constructor(readonly ledger: PreparedLedger) {}

  post(row: number): void {
    const steps = this.ledger.steps[row];
    const ref = this.ledger.refs?.[row] ?? "";
    const document = ref === "" ? undefined : this.documents.get(ref);
    if (steps > 0) this.comeIn(row, steps, ref, document);
    else if (steps < 0) this.goOut(row, -steps, ref, document);
    else if (this.ledger.quantities[row] === 0) this.invoice(row, document);
  }

  private comeIn(row: number, steps: number, ref: string, document: Document | undefined): void {
    if (document?.kind === "issue") return this.returnFromCustomer(row, steps, document);
    if (document?.kind === "receipt" && Number.isNaN(this.ledger.costs[row]))
      return this.returnToReceipt(row, steps, document.layers);
    const layer = this.receive(row, steps);
    if (document !== undefined) document.layers.push(layer);
    else if (ref !== "") this.documents.set(ref, { kind: "receipt", layers: [layer] });
  }

  private receive(row: number, steps: number): Layer {
    const cost = costOf(this.ledger, row);
    this.valueIn = plus(this.valueIn, over(product(cost, steps), this.ledger.perUnit));
    return this.stack.add(this.ledger.dates[row], exactly(cost), steps);
  }

  private returnFromCustomer(row: number, steps: number, { taken }: { readonly taken: Taken[] }): void {
    let left = steps;
    let money = zero;
    while (left > 0 && taken.length > 0) {
      const last = taken[taken.length - 1];
      // Units may have come back already, under the document of their receipt.
      last.steps = Math.min(last.steps, last.layer.kept - last.layer.remaining);
      const back = Math.min(left, last.steps);
      this.stack.putBack(last.layer, back);
      money = plus(money, times(last.layer.unitCost, back));
      left -= back;
      last.steps -= back;
      if (last.steps === 0) taken.pop();
    }
    if (left > 0 && Number.isNaN(this.ledger.costs[row]))
      throw invalidInput(at(this.ledger, "cost", row), "must be given for units beyond those issued", null);
    if (left < steps) this.sold(row, left - steps, minus(zero, money));
    if (left > 0) this.receive(row, left);
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
    for (let i = layers.length - 1; i >= 0 && left > 0; i--) {
      const back = Math.min(left, layers[i].kept - layers[i].remaining);
      this.stack.putBack(layers[i], back);
      money = plus(money, times(layers[i].unitCost, back));
      left -= back;
    }
    this.sold(row, -steps, minus(zero, money));
  }

  private goOut(row: number, steps: number, ref: string, document: Document | undefined): void {
    const short = steps - this.stack.steps;
    // A millionth of a unit is what rounding of thirds and the like leaves.
    if (short > 0 && short >= this.ledger.perUnit / 1e6)
      throw shortage(this.ledger, row, short / this.ledger.perUnit);
    let left = Math.min(steps, this.stack.steps);
    let money = zero;
    if (document?.kind === "receipt") {
      for (const layer of document.layers) {
        const back = Math.min(left, layer.remaining);
        this.stack.takeFrom(layer, back);
        layer.kept -= back;
        money = plus(money, times(layer.unitCost, back));
        left -= back;
      }
    }
    const taken: Taken[] = document?.kind === "issue" ? document.taken : [];
    this.stack.takeOldest(left, (layer, part) => {
      money = plus(money, times(layer.unitCost, part));
      if (ref !== "") taken.push({ layer, steps: part });
    });
    if (document?.kind === "receipt")
      this.toSupplier = plus(this.toSupplier, over(money, this.ledger.perUnit));
    else this.sold(row, steps, money);
    if (ref !== "" && document === undefined) this.documents.set(ref, { kind: "issue", taken });
  }

  private invoice(row: number, document: Document | undefined): void {
    const { costs, perUnit } = this.ledger;
    if (Number.isNaN(costs[row]) || costs[row] === 0) return;
    if (document?.kind !== "receipt")
      throw invalidInput(
        at(this.ledger, "ref", row),
        "must be that of an earlier receipt where qty is 0",
        this.ledger.refs?.[row],
      );
    const kept = document.layers.reduce((sum, layer) => sum + layer.kept, 0);
    let toSales = exactly(costs[row]);
    for (const layer of kept === 0 ? [] : document.layers) {
      const perStep = over(exactly(costs[row]), kept);
      const unitCost = plus(layer.unitCost, times(perStep, perUnit));
      if (unitCost.high < 0)
        throw invalidInput(
          at(this.ledger, "cost", row),
          "must not take more off than the receipt cost",
          costs[row],
        );
      layer.unitCost = unitCost;
      toSales = minus(toSales, times(perStep, layer.remaining));
    }
    this.valueIn = plus(this.valueIn, exactly(costs[row]));
    this.costOfSales.push({ row, quantity: 0, amount: toSales });
  }

  /** @param money for steps instead of units */
  private sold(row: number, steps: number, money: DoubleDouble): void {
    const { perUnit } = this.ledger;
    this.costOfSales.push({ row, quantity: steps / perUnit, amount: over(money, perUnit) });
  }
}
