import type { PriceBreak } from "./economic-order-quantity";
import { PlanningError, invalidInput } from "../errors";

export interface DiscountProblem {
  /** Units per year, above 0. */
  readonly demand: number;
  /** Money per order. */
  readonly orderCost: number;
  /** Cost of carrying one money unit of stock for a year, above 0. */
  readonly carryRate: number;
  /** From-quantities and prices; the smallest from-quantity is where ordering starts. */
  readonly breaks: readonly PriceBreak[];
}

export interface DiscountLot {
  readonly quantity: number;
  /** Paid per unit on average. */
  readonly price: number;
  /** Purchase, orders and carrying; money per year. */
  readonly cost: number;
}

/**
 * Cheapest order quantity when one price holds for the whole order: the optimum of each price's range or, where it lies below the range,
 * the range's first quantity.
 * Source: Hadley and Whitin (1963), section 2-11; Silver, Pyke and Thomas (2017), section 4.5.
 */
export function allUnitsDiscount(problem: DiscountProblem): DiscountLot {
  const { demand, orderCost, carryRate } = problem;
  return cheapest(problem, ({ from, price, until }) => {
    const ideal = Math.sqrt((2 * demand * orderCost) / (carryRate * price));
    const quantity = Math.max(ideal, from);
    if (!(quantity > 0 && quantity < until)) return null;
    const cost = demand * price + (orderCost * demand) / quantity + (carryRate * price * quantity) / 2;
    return { quantity, price, cost };
  });
}

/**
 * Cheapest order quantity when each price holds for the units of its own range only. What the dearer first units cost more acts like a
 * part of the order cost; the best quantity is an inner optimum of one of the ranges.
 * Source: Hadley and Whitin (1963), section 2-12; Snyder and Shen (2019), section 3.4.2.
 */
export function incrementalDiscount(problem: DiscountProblem): DiscountLot {
  const { demand, orderCost, carryRate } = problem;
  return cheapest(problem, ({ from, price, until, extra }) => {
    const ideal = Math.sqrt((2 * demand * (orderCost + extra)) / (carryRate * price));
    const quantity = Math.max(ideal, from);
    if (!(quantity > 0 && quantity < until)) return null;
    const average = price + extra / quantity;
    const cost = demand * average + (orderCost * demand) / quantity + (carryRate * average * quantity) / 2;
    return { quantity, price: average, cost };
  });
}

interface PriceRange extends PriceBreak {
  readonly until: number;
  /** Paid for an order beyond its quantity times this range's price, under incremental discounts. */
  readonly extra: number;
}

function cheapest(problem: DiscountProblem, best: (range: PriceRange) => DiscountLot | null): DiscountLot {
  const lots = priceRanges(problem.breaks)
    .map(best)
    .filter((lot) => lot !== null);
  if (lots.length === 0) {
    const message = `demand and costs must leave a finite order quantity, got a demand of ${problem.demand}`;
    throw new PlanningError("no-solution", "demand", message);
  }
  return lots.reduce((least, lot) => (lot.cost < least.cost ? lot : least));
}

function priceRanges(breaks: readonly PriceBreak[]): PriceRange[] {
  const sorted = [...breaks].sort((a, b) => a.from - b.from);
  let extra = 0;
  return sorted.map(({ from, price }, i) => {
    if (!(price > 0)) throw invalidInput("breaks", "must hold prices above 0", price);
    const before = sorted.at(i - 1);
    if (i > 0 && before !== undefined) {
      if (before.from === from) throw invalidInput("breaks", "must have each from-quantity once", from);
      // The first range's units below its own from-quantity are paid at its price.
      extra += (before.price - price) * from;
    }
    return { from, price, until: sorted[i + 1]?.from ?? Infinity, extra };
  });
}
