import type { Move } from "./leaf-moves";

export interface Balance {
  readonly units: number;
  /** At cost, money. */
  readonly value: number;
}

/** One item at one place, on the day of the stock. */
export interface PresentStock {
  /** Whole day, an Excel serial. */
  readonly asOf: number;
  readonly units: number;
  readonly value: number;
  /** Money per unit where stock and receipts tell none; NaN where it is not known. */
  readonly itemCost: number;
}

export const costBases = ["FIFO", "CURRENT"] as const;
/** FIFO: earlier stock at the cost of the receipts it came from. CURRENT: every day at the unit cost of today. */
export type CostBasis = (typeof costBases)[number];

/** Money per unit of the stock there is, else of the item. */
export function currentCost({ units, value, itemCost }: PresentStock): number {
  return units > 0 ? value / units : itemCost;
}

/**
 * Stock at the end of an earlier day: units of today less what moved since; its value is that of its layers, the most recent receipts
 * first. What no receipt explains is at the cost of today. Stock below 0 is worth 0.
 * Source: IAS 2.27, first in first out.
 */
export function balanceOn(
  day: number,
  present: PresentStock,
  moves: readonly Move[],
  basis: CostBasis,
): Balance {
  let units = present.units;
  let last = moves.length - 1;
  for (; last >= 0 && moves[last].day > day; last--)
    if (moves[last].day <= present.asOf) units -= moves[last].quantity;
  // Sums of decimal units leave dust where they cancel.
  if (Math.abs(units) < 1e-9) units = 0;
  if (day >= present.asOf) return { units: present.units, value: present.value };
  if (units <= 0) return { units, value: 0 };
  const today = currentCost(present);
  if (basis === "CURRENT") return { units, value: units * today };
  const late = lateInvoices(moves, last);
  let left = units;
  let value = 0;
  for (let i = last; i >= 0 && left > 0; i--) {
    const { quantity, cost, ref } = moves[i];
    if (quantity <= 0) continue;
    const part = Math.min(left, quantity);
    const perUnit = Number.isNaN(cost) ? today : cost + (late.get(ref) ?? 0) / quantity;
    value += part * perUnit;
    left -= part;
  }
  return { units, value: left > 0 ? value + left * today : value };
}

/** Money that was invoiced after the goods came, by the document of their receipt. */
function lateInvoices(moves: readonly Move[], last: number): ReadonlyMap<string, number> {
  const money = new Map<string, number>();
  for (let i = 0; i <= last; i++) {
    const { kind, ref, cost } = moves[i];
    if (kind === "invoice" && ref !== "" && !Number.isNaN(cost)) money.set(ref, (money.get(ref) ?? 0) + cost);
  }
  return money;
}
