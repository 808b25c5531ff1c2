import { PlanningError } from "../errors";
import {
  byPeriod,
  lotPlanCost,
  noLotLimits,
  type LotLimits,
  type LotPlan,
  type LotSizingProblem,
} from "./lot-sizing-problem";
import { roundedOrder } from "./order-quantity";

/** What is still needed in each period once the stock is used up, and what orders and carrying cost there. */
interface Needs {
  readonly units: readonly number[];
  readonly orderCost: readonly number[];
  readonly holdingCost: readonly number[];
}

/** Units wanted by a lot that is placed in period `from`, before minimum, pack and maximum. */
type LotRule = (from: number, needs: Needs) => number;
export type LotSizingHeuristic = (problem: LotSizingProblem, limits?: LotLimits) => LotPlan;

/** Lot for lot: each period's need is its own order. Source: Silver, Pyke and Thomas (2017), section 5.6. */
export const lotForLot: LotSizingHeuristic = (problem, limits) =>
  plannedBy((from, { units }) => units[from], problem, limits);

/**
 * Silver-Meal: a lot covers one more period while that lowers its cost per period covered.
 * Source: Silver, Pyke and Thomas (2017), section 5.5.
 */
export const silverMeal: LotSizingHeuristic = (problem, limits) =>
  plannedBy((from, needs) => coveredWhileCheaper(from, needs, (_, periods) => periods), problem, limits);

/** Least unit cost: a lot covers one more period while that lowers its cost per unit. Same source, section 5.6.3. */
export const leastUnitCost: LotSizingHeuristic = (problem, limits) =>
  plannedBy((from, needs) => coveredWhileCheaper(from, needs, (units) => units), problem, limits);

/**
 * Periodic order quantity: every order covers as many periods as the economic order quantity lasts at mean demand, at least 1.
 * Source: Silver, Pyke and Thomas (2017), section 5.6.2.
 */
export const periodicOrderQuantity: LotSizingHeuristic = (problem, limits) => {
  const { lot, meanDemand } = economicLot(problem);
  const periods = Number.isFinite(lot) ? Math.max(1, Math.round(lot / meanDemand)) : problem.demand.length;
  return plannedBy((from, { units }) => sumOf(units.slice(from, from + periods)), problem, limits);
};

/**
 * Fixed lots of the economic order quantity at mean demand and mean costs; a larger need is ordered as it is.
 * Source: Silver, Pyke and Thomas (2017), section 5.6.1.
 */
export const fixedLots: LotSizingHeuristic = (problem, limits) => {
  const { lot } = economicLot(problem);
  const all = sumOf(problem.demand);
  return plannedBy((from, { units }) => Math.max(units[from], Math.min(lot, all)), problem, limits);
};

function economicLot({ demand, orderCost, holdingCost }: LotSizingProblem) {
  const mean = (values: readonly number[]) => sumOf(values) / values.length;
  const [order, holding] = [orderCost, holdingCost].map((cost) => mean(byPeriod(cost, demand.length)));
  const meanDemand = mean(demand);
  return { lot: Math.sqrt((2 * order * meanDemand) / holding), meanDemand };
}

/** Cover grows while the cost of the lot falls, measured per period or per unit. */
function coveredWhileCheaper(
  from: number,
  { units, orderCost, holdingCost }: Needs,
  measure: (covered: number, periods: number) => number,
): number {
  let cost = orderCost[from];
  let covered = units[from];
  let best = cost / measure(covered, 1);
  let carrying = 0;
  for (let until = from + 1; until < units.length; until++) {
    carrying += holdingCost[until - 1];
    cost += carrying * units[until];
    const average = cost / measure(covered + units[until], until - from + 1);
    if (average > best) return covered;
    covered += units[until];
    best = average;
  }
  return covered;
}

/**
 * Orders at each need that the stock does not meet, rounded as orders are. What rounding brings too much serves later needs; what a maximum
 * cuts off waits for the next period, where backorders are allowed.
 */
function plannedBy(rule: LotRule, problem: LotSizingProblem, limits: LotLimits = noLotLimits): LotPlan {
  const { demand } = problem;
  const { safetyStock, shortageCost } = limits;
  const costs = {
    orderCost: byPeriod(problem.orderCost, demand.length),
    holdingCost: byPeriod(problem.holdingCost, demand.length),
  };
  const slack = 1e-12 * (sumOf(demand) + safetyStock);
  let stock = 0;
  const lots = demand.map((units, t) => {
    const needs = needsFrom(t, demand, stock - safetyStock);
    const lot = needs[t] > slack ? roundedOrder(rule(t, { units: needs, ...costs }), limits) : 0;
    stock += lot - units;
    if (stock < safetyStock - slack && shortageCost === undefined) {
      const message = `max must let period ${t + 1} have its ${units} units (WW orders ahead), got ${limits.maximum}`;
      throw new PlanningError("no-solution", "max", message);
    }
    return lot;
  });
  return { lots, cost: lotPlanCost(problem, lots, shortageCost) };
}

/** Demand of the periods from t on that `available` does not cover; what is owed is due in t. */
function needsFrom(t: number, demand: readonly number[], available: number): number[] {
  let left = available;
  return demand.map((units, i) => {
    if (i < t) return 0;
    const need = Math.max(0, units - left);
    left = Math.max(0, left - units);
    return need;
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
