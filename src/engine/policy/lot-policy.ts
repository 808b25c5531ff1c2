import type { LossFunctions } from "../math/loss";
import { findRoot } from "../math/find-root";
import { inventoryCost, inventoryCostBetween, type CostRates } from "./inventory-cost";

export interface LotPolicyProblem extends CostRates {
  /** Demand over the lead time. */
  readonly demand: LossFunctions;
  /** Units per period. */
  readonly demandRate: number;
  /** Money per order, above 0. */
  readonly orderCost: number;
}

/** Order `lot` units when the position falls to `reorderPoint`. */
export interface LotPolicy {
  readonly reorderPoint: number;
  readonly lot: number;
}

/**
 * Cost per period of an (r, Q) policy under continuous review with backorders: the position is uniform between r and r + Q, so
 * C(r, Q) = (K lambda + integral of G from r to r + Q) / Q.
 * Source: Zheng (1992); Snyder and Shen (2019), section 5.2.
 */
export function lotPolicyCost(problem: LotPolicyProblem, { reorderPoint, lot }: LotPolicy): number {
  const { demand, demandRate, orderCost } = problem;
  const stock = inventoryCostBetween(demand, problem, reorderPoint, reorderPoint + lot);
  return (orderCost * demandRate + stock) / lot;
}

/**
 * Cheapest (r, Q) for continuous demand. At the optimum G(r) = G(r + Q) = C, so with r(c) and R(c) the two positions at which G is c, the
 * area between c and G over [r(c), R(c)] equals K lambda; it grows with c, which makes c the root of one equation.
 * Source: Zheng (1992), On properties of stochastic inventory systems, theorem 1.
 */
export function optimalLotPolicy(problem: LotPolicyProblem): LotPolicy {
  const { demand, demandRate, orderCost } = problem;
  const work = orderCost * demandRate;
  const bottom = cheapestPosition(problem);
  const lowest = inventoryCost(demand, problem, bottom);
  const positions = (cost: number) => positionsAtCost(problem, bottom, cost);
  const excess = (rise: number) => {
    const cost = lowest + rise;
    const { low, high } = positions(cost);
    return cost * (high - low) - inventoryCostBetween(demand, problem, low, high) - work;
  };
  // Certain demand gives the smallest area for a rise, hence an upper bound: rise = sqrt(2 K lambda h p / (h + p)).
  const { holding, shortage } = problem;
  let rise = Math.sqrt((2 * work * holding * shortage) / (holding + shortage));
  while (excess(rise) < 0) rise *= 2;
  const { low, high } = positions(lowest + findRoot(excess, 0, rise));
  return { reorderPoint: low, lot: high - low };
}

/** Best reorder point for a given lot: G(r) = G(r + Q). */
export function reorderPointForLot(problem: LotPolicyProblem, lot: number): number {
  const { demand } = problem;
  const bottom = cheapestPosition(problem);
  const slope = (r: number) => inventoryCost(demand, problem, r + lot) - inventoryCost(demand, problem, r);
  return findRoot(slope, bottom - lot, bottom);
}

/** The position at which G is least: F(y) = p / (h + p). */
export function cheapestPosition({ demand, holding, shortage }: LotPolicyProblem): number {
  const ratio = shortage / (holding + shortage);
  const sd = Math.sqrt(demand.variance);
  if (sd === 0) return demand.mean;
  let low = demand.mean - sd;
  let high = demand.mean + sd;
  for (let step = 2 * sd; demand.cdf(low) > ratio; step *= 2) low -= step;
  for (let step = 2 * sd; demand.cdf(high) < ratio; step *= 2) high += step;
  return findRoot((y) => demand.cdf(y) - ratio, low, high);
}

function positionsAtCost(
  { demand, holding, shortage }: LotPolicyProblem,
  bottom: number,
  cost: number,
): { readonly low: number; readonly high: number } {
  const excess = (y: number) => inventoryCost(demand, { holding, shortage }, y) - cost;
  // G rises above h (y - mean) and p (mean - y), so these bounds lie beyond the roots.
  const farLow = Math.min(bottom, demand.mean - cost / shortage);
  const farHigh = Math.max(bottom, demand.mean + cost / holding);
  const root = (from: number, to: number) => (excess(to) <= 0 ? to : findRoot(excess, from, to));
  return { low: root(bottom, farLow), high: root(bottom, farHigh) };
}
