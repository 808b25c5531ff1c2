import { byPeriod, lotPlanCost, type LotPlan, type LotSizingProblem } from "./lot-sizing-problem";

/**
 * Wagner-Whitin: the cheapest lots for known demand, exactly, also where costs change from period to period.
 * Works backwards over cost-to-go with the lines of Wagelmans, van Hoesel and Kolen (1992), O(n log n): an order in t serves
 * through to the next order u at a cost that is linear in cumulative demand, so the best u lies on a lower convex envelope.
 * Holding is charged on units carried between periods; none in the period of arrival.
 */
export function wagnerWhitin(problem: LotSizingProblem): LotPlan {
  const { demand } = problem;
  const n = demand.length;
  const orderCost = byPeriod(problem.orderCost, n);
  const holdingCost = byPeriod(problem.holdingCost, n);
  const cumulative = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) cumulative[t + 1] = cumulative[t] + demand[t];
  // Units for period i made in t cost h_t + ... + h_(i-1) each, which is the sum from t on less the sum from i on: with the first as
  // the marginal cost of making in t, the second is the same for every plan.
  let marginal = 0;
  const toGo = new Float64Array(n + 1);
  const next = new Int32Array(n + 1).fill(-1);
  const hull = new Int32Array(n + 1);
  hull[0] = n;
  let size = 1;
  for (let t = n - 1; t >= 0; t--) {
    marginal += holdingCost[t];
    const u = cheapestNext(hull, size, cumulative, toGo, marginal);
    const ordering = orderCost[t] + marginal * (cumulative[u] - cumulative[t]) + toGo[u];
    // Where nothing is due, an order is worth placing only if it is cheaper now than later.
    if (demand[t] === 0 && toGo[t + 1] <= ordering) {
      toGo[t] = toGo[t + 1];
      continue;
    }
    toGo[t] = ordering;
    next[t] = u;
    size = addToHull(hull, size, cumulative, toGo, t);
  }
  const lots = lotsOf(demand, next, cumulative);
  return { lots, cost: lotPlanCost(problem, lots) };
}

/** The hull is a lower envelope over (cumulative, toGo), last element leftmost; the best point minimises slope x + toGo. */
function cheapestNext(
  hull: Int32Array,
  size: number,
  x: Float64Array,
  y: Float64Array,
  slope: number,
): number {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [a, b] = [hull[middle], hull[middle + 1]];
    if (slope * x[a] + y[a] < slope * x[b] + y[b]) high = middle;
    else low = middle + 1;
  }
  return hull[low];
}

function addToHull(hull: Int32Array, size: number, x: Float64Array, y: Float64Array, t: number): number {
  // No demand since the last point: this one is not dearer, or it would not be here.
  let left = x[hull[size - 1]] === x[t] ? size - 1 : size;
  while (left >= 2) {
    const a = hull[left - 1];
    const b = hull[left - 2];
    const turnsUp = (y[a] - y[t]) * (x[b] - x[a]) < (y[b] - y[a]) * (x[a] - x[t]);
    if (turnsUp) break;
    left--;
  }
  hull[left] = t;
  return left + 1;
}

function lotsOf(demand: readonly number[], next: Int32Array, cumulative: Float64Array): number[] {
  const lots = new Array<number>(demand.length).fill(0);
  for (let t = 0; t < demand.length;) {
    if (next[t] < 0) {
      t++;
      continue;
    }
    lots[t] = cumulative[next[t]] - cumulative[t];
    t = next[t];
  }
  return lots;
}
