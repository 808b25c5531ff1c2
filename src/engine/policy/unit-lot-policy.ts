import { PlanningError } from "../errors";
import { wholeQuantile } from "../math/demand-distribution";
import type { LossFunctions } from "../math/loss";
import type { CostRates } from "./inventory-cost";
import type { LotPolicy } from "./lot-policy";
import { CostWalk } from "./cost-walk";

export interface UnitLotProblem extends CostRates {
  /** Demand over the lead time, in whole units that are demanded one at a time. */
  readonly demand: LossFunctions;
  /** Units per period. */
  readonly demandRate: number;
  readonly orderCost: number;
}

export interface CostedPolicy<P> {
  readonly policy: P;
  /** Money per period. */
  readonly cost: number;
}

/** Units; beyond it whole units make no difference: NORMAL or GAMMA serve. */
const longestLot = 1e7;

/** Cost per period of a whole-unit (r, Q): the position is uniform on r + 1, ..., r + Q. Source: Zipkin (2000), section 6.5. */
export function unitLotPolicyCost(problem: UnitLotProblem, { reorderPoint, lot }: LotPolicy): number {
  const walk = new CostWalk(problem.demand, problem, reorderPoint + 1);
  let sum = problem.orderCost * problem.demandRate;
  for (let i = 0; i < lot; i++) sum += i === 0 ? walk.cost : walk.up();
  return sum / lot;
}

/**
 * Cheapest whole-unit (r, Q): from the best single position the interval grows by the cheaper neighbour as long as that is cheaper than
 * the average so far. Exact, since G is convex.
 * Source: Federgruen and Zheng (1992), An efficient algorithm for computing an optimal (r, Q) policy.
 */
export function optimalUnitLotPolicy(problem: UnitLotProblem): CostedPolicy<LotPolicy> {
  const { demand, demandRate, orderCost, holding, shortage } = problem;
  const typical = Math.sqrt((2 * orderCost * demandRate * (holding + shortage)) / (holding * shortage));
  if (!(typical <= longestLot)) {
    const message = `orderCost must leave lots of at most ${longestLot} units for whole units, got lots of about ${typical.toPrecision(3)}`;
    throw new PlanningError("no-solution", "orderCost", message);
  }
  const start = wholeQuantile(
    demand.cdf,
    shortage / (holding + shortage),
    demand.mean,
    Math.sqrt(demand.variance),
  );
  const above = new CostWalk(demand, problem, start);
  const below = new CostWalk(demand, problem, start);
  let sum = orderCost * demandRate + above.cost;
  let lot = 1;
  let reorderPoint = start - 1;
  let costAbove = above.up();
  let costBelow = below.down();
  for (;;) {
    const cheaper = Math.min(costAbove, costBelow);
    if (cheaper >= sum / lot) return { policy: { reorderPoint, lot }, cost: sum / lot };
    sum += cheaper;
    lot++;
    if (costBelow <= costAbove) {
      reorderPoint--;
      costBelow = below.down();
    } else costAbove = above.up();
  }
}
