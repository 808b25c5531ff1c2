import { PlanningError, invalidInput } from "../errors";

export interface PriceBreak {
  /** The price holds for orders of at least this many units. */
  readonly from: number;
  /** Money per unit. */
  readonly price: number;
}

export interface EoqProblem {
  /** Units per year. */
  readonly demand: number;
  /** Money per order. */
  readonly orderCost: number;
  /** Money per unit; below the first price break where there are breaks. */
  readonly unitCost: number;
  /** Cost of carrying one money unit of stock for a year, 0-1. */
  readonly carryRate: number;
  /** Units; 0 for none. */
  readonly minimum: number;
  /** Pack size, units; 0 for none. */
  readonly multiple: number;
  /** All-units discounts, any order; empty for none. */
  readonly breaks: readonly PriceBreak[];
}

/** Yearly cost of ordering Q at a time: purchase, orders and carrying, money per year. */
export function yearlyCost(problem: EoqProblem, quantity: number): number {
  const price = priceAt(problem, quantity);
  const carrying = (quantity / 2) * problem.carryRate * price;
  return problem.demand * price + (problem.orderCost * problem.demand) / quantity + carrying;
}

/**
 * Economic order quantity, with minimum, pack size and all-units discounts: the cheapest of the few quantities that can be
 * cheapest, which are the optimum of each price range or, where that is out of reach, the nearest reachable quantities.
 * Source: Harris (1913); discounts: Silver, Pyke and Thomas (2017), section 4.5.
 * @returns units; 0 where there is no demand
 */
export function economicOrderQuantity(problem: EoqProblem): number {
  if (problem.demand === 0) return 0;
  // Orders that cost nothing are as small as they may be.
  if (problem.orderCost === 0 && problem.minimum === 0 && problem.multiple === 0)
    throw invalidInput("orderCost", "must be above 0 without a minimum or a pack", 0);
  const candidates = priceRanges(problem).flatMap((range) => candidatesIn(problem, range));
  if (candidates.length === 0) {
    const got = `a demand of ${problem.demand}, an order cost of ${problem.orderCost}`;
    throw new PlanningError(
      "no-solution",
      "demand",
      `demand and costs must leave a finite order quantity, got ${got}`,
    );
  }
  return candidates.reduce((best, quantity) =>
    yearlyCost(problem, quantity) < yearlyCost(problem, best) ? quantity : best,
  );
}

interface PriceRange extends PriceBreak {
  /** First quantity beyond the range. */
  readonly until: number;
}

function priceRanges({ breaks, unitCost }: EoqProblem): PriceRange[] {
  const sorted = [{ from: 0, price: unitCost }, ...[...breaks].sort((a, b) => a.from - b.from)];
  return sorted.map((range, i) => ({ ...range, until: sorted[i + 1]?.from ?? Infinity }));
}

function priceAt(problem: EoqProblem, quantity: number): number {
  return (
    priceRanges(problem)
      .filter(({ from }) => from <= quantity)
      .at(-1)?.price ?? problem.unitCost
  );
}

function candidatesIn(problem: EoqProblem, range: PriceRange): number[] {
  const { demand, orderCost, carryRate, minimum, multiple } = problem;
  const ideal = Math.sqrt((2 * demand * orderCost) / (carryRate * range.price));
  const lowest = Math.max(range.from, minimum);
  const wanted = Math.max(ideal, lowest);
  if (multiple === 0) return wanted > 0 && wanted < range.until ? [wanted] : [];
  const least = Math.max(1, Math.ceil(lowest / multiple - 1e-9));
  const packs = Math.max(least, Math.floor(wanted / multiple));
  return [packs, packs + 1].map((count) => count * multiple).filter((quantity) => quantity < range.until);
}
