import type { PlanningError } from "../errors";
import { dayOfSerial } from "../calendar";
import { nearest, over, plus, times, zero } from "../math/double-double";
import { postFirstInFirstOut, type FifoBooks } from "./fifo";
import type { Ledger } from "./ledger";

export interface LayerLine {
  /** Day of the receipt, an Excel serial. */
  readonly date: number;
  readonly quantity: number;
  /** Money per unit, late invoices included. */
  readonly unitCost: number;
  readonly value: number;
}

export interface FifoStock {
  readonly quantity: number;
  /** Money. */
  readonly value: number;
  /** Layers left, oldest first. */
  readonly layers: readonly LayerLine[];
}

/** Stock after all rows of the ledger. Throws where posting had to stop. */
export function fifoStock(ledger: Ledger): FifoStock {
  const { layers, perUnit, fault } = postFirstInFirstOut(ledger);
  if (fault !== undefined) throw fault.error;
  let steps = 0;
  let value = zero;
  const lines: LayerLine[] = [];
  for (const { date, remaining, unitCost } of layers) {
    const money = over(times(unitCost, remaining), perUnit);
    steps += remaining;
    value = plus(value, money);
    lines.push({ date, quantity: remaining / perUnit, unitCost: nearest(unitCost), value: nearest(money) });
  }
  return { quantity: steps / perUnit, value: nearest(value), layers: lines };
}

export interface CostOfSalesLine {
  readonly row: number;
  /** Units sold; negative for a return, 0 for a late invoice. */
  readonly quantity: number;
  /** Money. */
  readonly amount: number;
  /** Why it is not known. */
  readonly error?: PlanningError;
}

/** Rows that moved cost of sales on or after a day, as they were entered. From where posting had to stop, issues carry the reason. */
export function costOfSalesLines(ledger: Ledger, fromDay: number): readonly CostOfSalesLine[] {
  const books = postFirstInFirstOut(ledger);
  const lines = books.costOfSales.map(({ row, quantity, amount }) => ({
    row,
    quantity,
    amount: nearest(amount),
  }));
  const unknown = notPosted(books).filter((row) => ledger.quantities[row] < 0);
  const failed = unknown.map((row) => ({ row, quantity: 0, amount: 0, error: books.fault?.error }));
  return [...lines, ...failed]
    .filter(({ row }) => dayOfSerial(ledger.dates[row]) >= fromDay)
    .sort((a, b) => a.row - b.row);
}

/** Units sold and their cost on or after a day. Throws where posting had to stop. */
export function totalCostOfSales(
  ledger: Ledger,
  fromDay: number,
): { readonly quantity: number; readonly amount: number } {
  const { costOfSales, fault } = postFirstInFirstOut(ledger);
  if (fault !== undefined) throw fault.error;
  let quantity = 0;
  let amount = zero;
  for (const line of costOfSales) {
    if (dayOfSerial(ledger.dates[line.row]) < fromDay) continue;
    quantity += line.quantity;
    amount = plus(amount, line.amount);
  }
  return { quantity, amount: nearest(amount) };
}

function notPosted({ order, fault }: FifoBooks): readonly number[] {
  return fault === undefined ? [] : order.slice(order.indexOf(fault.row));
}
