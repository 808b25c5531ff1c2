import { PlanningError, invalidInput } from "../errors";
import {
  exactly,
  minus,
  nearest,
  over,
  plus,
  product,
  times,
  zero,
  type DoubleDouble,
} from "../math/double-double";
import { at, costOf, prepareLedger, shortage, type Ledger } from "./ledger";

export const averageMethods = ["MOVING", "PERIODIC"] as const;
export type AverageMethod = (typeof averageMethods)[number];

export interface AverageCost {
  /** Units in stock. */
  readonly quantity: number;
  /** Money per unit. */
  readonly unitCost: number;
  /** Money. */
  readonly value: number;
}

/** Units and their money, in steps. */
interface Pool {
  steps: number;
  money: DoubleDouble;
}

/**
 * Weighted average cost. MOVING: anew with every receipt, so that an issue takes the average of the moment. PERIODIC: one average of all
 * the receipts of the ledger, less what went back to the supplier.
 * Returns from customers come back at what their issue took (their document is that of the issue). A late invoice raises the moving
 * average as far as there is stock to carry it, the rest is cost of sales.
 * Source: IAS 2.25 and 2.27; ASC 330-10-30-9.
 */
export function averageCost(ledger: Ledger, method: AverageMethod): AverageCost {
  const prepared = prepareLedger(ledger);
  const { order, steps, perUnit, refs, costs, quantities } = prepared;
  const stock: Pool = { steps: 0, money: zero };
  const received: Pool = { steps: 0, money: zero };
  const documents = new Map<string, Pool & { readonly kind: "receipt" | "issue" }>();
  let last: DoubleDouble | undefined;

  const remember = (kind: "receipt" | "issue", ref: string, count: number, money: DoubleDouble) => {
    if (ref === "") return;
    const document = documents.get(ref) ?? { kind, ...{ steps: 0, money: zero } };
    add(document, count, money);
    documents.set(ref, document);
  };

  for (const row of order) {
    const count = steps[row];
    const ref = refs?.[row] ?? "";
    const document = documents.get(ref);
    if (count > 0 && document?.kind === "issue" && count <= document.steps) {
      const back = share(document, count);
      add(document, -count, minus(zero, back));
      add(stock, count, back);
    } else if (count > 0) {
      const money = product(costOf(prepared, row), count);
      add(stock, count, money);
      add(received, count, money);
      remember("receipt", ref, count, money);
    } else if (count < 0) {
      const short = -count - stock.steps;
      if (short > 0 && short >= perUnit / 1e6) throw shortage(prepared, row, short / perUnit);
      const out = Math.min(-count, stock.steps);
      const money = share(stock, out);
      add(stock, -out, minus(zero, money));
      if (document?.kind === "receipt") {
        const back = Math.min(out, document.steps);
        const cost = share(document, back);
        add(document, -back, minus(zero, cost));
        add(received, -back, minus(zero, cost));
      } else remember("issue", ref, out, money);
    } else if (quantities[row] === 0 && !Number.isNaN(costs[row]) && costs[row] !== 0) {
      if (document?.kind !== "receipt")
        throw invalidInput(
          at(prepared, "ref", row),
          "must be that of an earlier receipt where qty is 0",
          ref,
        );
      const money = times(exactly(costs[row]), perUnit);
      add(document, 0, money);
      add(received, 0, money);
      const carried = document.steps === 0 ? 0 : Math.min(1, stock.steps / document.steps);
      add(stock, 0, times(money, carried));
    }
    if (stock.steps > 0) last = over(stock.money, stock.steps);
  }
  const unitCost =
    method === "MOVING" ? last : received.steps > 0 ? over(received.money, received.steps) : undefined;
  if (unitCost === undefined)
    throw new PlanningError("insufficient-data", "qty", "qty must hold a receipt that was kept, got none");
  const value = method === "MOVING" ? stock.money : times(unitCost, stock.steps);
  return {
    quantity: stock.steps / perUnit,
    unitCost: nearest(unitCost),
    value: nearest(over(value, perUnit)),
  };
}

function add(pool: Pool, steps: number, money: DoubleDouble): void {
  pool.steps += steps;
  // Used up means no money left either, not the last digits of a division.
  pool.money = pool.steps === 0 ? zero : plus(pool.money, money);
}

/** What some of the units cost; all of them cost all of it. */
const share = ({ steps, money }: Pool, part: number): DoubleDouble =>
  part === steps ? money : over(times(money, part), steps);
