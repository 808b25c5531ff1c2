export interface LotSizingProblem {
  /** Net requirements per period, units, none negative. */
  readonly demand: readonly number[];
  /** Money per order. */
  readonly orderCost: number;
  /** Money per unit carried from one period into the next. */
  readonly holdingCost: number;
}

export interface LotPlan {
  /** Lot received at the start of each period, units. */
  readonly lots: readonly number[];
  readonly cost: number;
}

/**
 * Wagner-Whitin: the cheapest lots for known demand, exactly.
 * Works backwards over cost-to-go with the lines of Wagelmans, van Hoesel and Kolen (1992), O(n log n): an order in t serves
 * through to the next order u at cost K + H(t)-type terms that are linear in cumulative demand, so the best u lies on a lower
 * convex envelope. Holding is charged on units carried between periods; none in the period of arrival.
 */
export function wagnerWhitin({ demand, orderCost, holdingCost }: LotSizingProblem): LotPlan {
  const n = demand.length;
  const cumulative = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) cumulative[t + 1] = cumulative[t] + demand[t];
  // Units for period i made in t cost h (i - t) each, which is h (n - t) - h (n - i): with marginal cost h (n - t) of making in
  // t, the second part is the same for every plan.
  const marginal = (t: number) => holdingCost * (n - t);
  const toGo = new Float64Array(n + 1);
  const next = new Int32Array(n + 1);
  const hull: number[] = [n];
  for (let t = n - 1; t >= 0; t--) {
    if (demand[t] === 0) {
      toGo[t] = toGo[t + 1];
      next[t] = -1;
      // Ordering in t and in t + 1 with nothing due in t is never better than the latter: the point is not worth keeping.
      continue;
    }
    const u = cheapestNext(hull, cumulative, toGo, marginal(t));
    toGo[t] = orderCost + marginal(t) * (cumulative[u] - cumulative[t]) + toGo[u];
    next[t] = u;
    addToHull(hull, cumulative, toGo, t);
  }
  return planFrom(demand, next, cumulative, orderCost, holdingCost);
}

/** The hull is a lower envelope over (cumulative, toGo), last element leftmost; the best point minimises slope x + toGo. */
function cheapestNext(hull: readonly number[], x: Float64Array, y: Float64Array, slope: number): number {
  let low = 0;
  let high = hull.length - 1;
  const value = (k: number) => slope * x[hull[k]] + y[hull[k]];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) < value(middle + 1)) high = middle;
    else low = middle + 1;
  }
  return hull[low];
}

function addToHull(hull: number[], x: Float64Array, y: Float64Array, t: number): void {
  while (hull.length >= 2) {
    const a = hull[hull.length - 1];
    const b = hull[hull.length - 2];
    const turnsUp = (y[a] - y[t]) * (x[b] - x[a]) < (y[b] - y[a]) * (x[a] - x[t]);
    if (turnsUp) break;
    hull.pop();
  }
  hull.push(t);
}

function planFrom(
  demand: readonly number[],
  next: Int32Array,
  cumulative: Float64Array,
  orderCost: number,
  holdingCost: number,
): LotPlan {
  const lots = new Array<number>(demand.length).fill(0);
  for (let t = 0; t < demand.length;) {
    if (next[t] < 0) {
      t++;
      continue;
    }
    lots[t] = cumulative[next[t]] - cumulative[t];
    t = next[t];
  }
  return { lots, cost: lotPlanCost({ demand, orderCost, holdingCost }, lots) };
}

/** What a plan costs: its orders, and the units carried from each period into the next. */
export function lotPlanCost(problem: LotSizingProblem, lots: readonly number[]): number {
  let carried = 0;
  let cost = 0;
  for (let t = 0; t < lots.length; t++) {
    if (lots[t] > 0) cost += problem.orderCost;
    carried += lots[t] - problem.demand[t];
    cost += problem.holdingCost * carried;
  }
  return cost;
}
