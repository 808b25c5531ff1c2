import { PlanningError } from "../errors";
import { checkRates, type CostRates } from "./inventory-cost";
import type { CostedPolicy } from "./unit-lot-policy";
import { type CountDemand, convolved, costOver } from "./count-demand";

/** Units between s and S, and of demand over the span: the work grows with their squares. */
const widest = 20_000;

export interface OrderUpToProblem extends CostRates {
  /** Demand of one period: probabilities of 0, 1, 2, ... units. */
  readonly demand: CountDemand;
  /** Whole periods from order to arrival. */
  readonly leadTime: number;
  /** Money per order. */
  readonly orderCost: number;
  /** Whole periods between reviews; 1 unless given. */
  readonly review?: number;
}

/** At the start of a period with a position at or below `reorderPoint`, order up to `target`. */
export interface OrderUpToPolicy {
  readonly reorderPoint: number;
  readonly target: number;
}

/**
 * The problem from review to review. With R periods between them a position costs its holding and shortage at the ends of the R periods
 * that its order decides, those after L + 1, ..., L + R periods of demand, and R periods' demand lies between two positions: (R, s, S) is
 * (s, S) with these, and as exact.
 */
function betweenReviews(problem: OrderUpToProblem) {
  const { demand, leadTime, review = 1, holding, shortage } = problem;
  const costs = Array.from({ length: review }, (_, i) =>
    costOver(convolved(demand, leadTime + 1 + i), { holding, shortage }),
  );
  const cost = costs.length === 1 ? costs[0] : (y: number) => costs.reduce((sum, of) => sum + of(y), 0);
  return { cost, renewal: new Renewal(convolved(demand, review).probabilities), review };
}

/**
 * Cost per period of an (s, S) policy under periodic review with backorders: orders are placed at the start of a period, arrive
 * `leadTime` periods later, and costs count at the end of each, so demand over leadTime + 1 periods is met. By renewal theory
 * c(s, S) = [K + sum over j < S - s of m(j) G(S - j)] / M(S - s).
 * Source: Zheng and Federgruen (1991), equations 2 to 4.
 */
export function orderUpToPolicyCost(problem: OrderUpToProblem, policy: OrderUpToPolicy): number {
  const width = policy.target - policy.reorderPoint;
  if (!(width > 0))
    throw new PlanningError(
      "invalid-input",
      "target",
      `target must be above the reorder point, got ${policy.target}`,
    );
  const { cost, renewal, review } = betweenReviews(problem);
  let sum = problem.orderCost;
  let reviews = 0;
  for (let j = 0; j < width; j++) {
    sum += renewal.at(j) * cost(policy.target - j);
    reviews += renewal.at(j);
  }
  return sum / reviews / review;
}

/**
 * Cheapest (s, S). From the best single position s falls until it is best for S; then S rises while G(S) stays below the best cost, s
 * rising with it whenever the policy improves.
 * Source: Zheng and Federgruen (1991), Finding optimal (s, S) policies is about as simple as evaluating a single policy; correction 1992.
 */
export function optimalOrderUpToPolicy(problem: OrderUpToProblem): CostedPolicy<OrderUpToPolicy> {
  const { orderCost, holding, shortage, demand: ofPeriod } = problem;
  checkRates(problem);
  const typical = Math.sqrt((2 * orderCost * ofPeriod.mean * (holding + shortage)) / (holding * shortage));
  if (!(typical <= widest)) {
    const message = `orderCost must leave at most ${widest} units between s and S for the exact method, got about ${typical.toPrecision(3)}`;
    throw new PlanningError("no-solution", "orderCost", message);
  }
  const { cost, renewal, review } = betweenReviews(problem);
  const costOf = (s: number, target: number): number => {
    let sum = orderCost;
    for (let j = 0; j < target - s; j++) sum += renewal.at(j) * cost(target - j);
    return sum / renewal.total(target - s);
  };
  let bottom = Math.floor(problem.demand.mean * (problem.leadTime + (review + 1) / 2));
  while (cost(bottom + 1) < cost(bottom)) bottom++;
  while (cost(bottom - 1) <= cost(bottom)) bottom--;

  let target = bottom;
  let s = bottom - 1;
  let best = costOf(s, target);
  while (best > cost(s)) best = costOf(--s, target);
  for (let candidate = bottom + 1; cost(candidate) <= best; candidate++) {
    let value = costOf(s, candidate);
    if (value >= best) continue;
    target = candidate;
    while (value <= cost(s + 1) && s + 1 < target) value = costOf(++s, target);
    best = value;
  }
  return { policy: { reorderPoint: s, target }, cost: best / review };
}

/** Expected visits m(j) of the position target - j between two orders, and their sums M. */
class Renewal {
  private readonly visits: number[];
  private readonly totals: number[];

  constructor(private readonly probabilities: Float64Array) {
    this.visits = [1 / (1 - probabilities[0])];
    this.totals = [0, this.visits[0]];
  }

  at(j: number): number {
    const { visits, totals, probabilities } = this;
    for (let i = visits.length; i <= j; i++) {
      let sum = 0;
      const last = Math.min(i, probabilities.length - 1);
      for (let k = 1; k <= last; k++) sum += probabilities[k] * visits[i - k];
      visits.push(sum / (1 - probabilities[0]));
      totals.push(totals[i] + visits[i]);
    }
    return visits[j];
  }

  /** M(n): expected periods while the position is above target - n. */
  total(n: number): number {
    this.at(n - 1);
    return this.totals[n];
  }
}
