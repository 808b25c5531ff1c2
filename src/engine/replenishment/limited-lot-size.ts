import { PlanningError } from "../errors";
import {
  byPeriod,
  lotPlanCost,
  type LotLimits,
  type LotPlan,
  type LotSizingProblem,
} from "./lot-sizing-problem";
import { lotLevels, sameLevel } from "./lot-levels";

/**
 * The cheapest lots for known demand with minimum, pack, maximum, safety stock or backorders, exactly: dynamic programming over cumulative
 * orders. A lot leads from one level to a higher one at least the minimum and at most the maximum away; the best start of it is the least
 * cost within a window that only moves up, so that a period takes time proportional to the levels.
 * Source: Florian and Klein (1971); window minimum: Lemire (2006), Streaming maximum-minimum filter.
 */
export function limitedLots(problem: LotSizingProblem, limits: LotLimits): LotPlan {
  const { demand } = problem;
  const packed = inWholePacks(limits);
  const levels = lotLevels(demand, packed);
  const orderCost = byPeriod(problem.orderCost, demand.length);
  const holdingCost = byPeriod(problem.holdingCost, demand.length);
  const slack = sameLevel * (levels[levels.length - 1] + 1);
  let cost = new Float64Array(levels.length).fill(Infinity);
  cost[0] = 0;
  // For each period and level, the level before the period; itself where nothing is ordered.
  const before = demand.map(() => new Int32Array(levels.length));
  let cumulative = 0;
  demand.forEach((units, t) => {
    cumulative += units;
    const starts = cheapestStarts(levels, cost, packed, slack);
    const after = new Float64Array(levels.length).fill(Infinity);
    for (let j = 0; j < levels.length; j++) {
      const start = starts[j];
      const ordering = start < 0 ? Infinity : cost[start] + orderCost[t];
      const stock = levels[j] - cumulative;
      before[t][j] = ordering < cost[j] ? start : j;
      after[j] =
        Math.min(ordering, cost[j]) +
        endOfPeriod(stock, t === demand.length - 1, holdingCost[t], packed, slack);
    }
    cost = after;
  });
  const last = cost.reduce((best, value, j) => (value < cost[best] ? j : best), 0);
  if (cost[last] === Infinity) {
    const message = `max must leave a plan without shortages, got ${limits.maximum}`;
    throw new PlanningError("no-solution", "max", message);
  }
  const lots = new Array<number>(demand.length).fill(0);
  for (let t = demand.length - 1, j = last; t >= 0; j = before[t][j], t--)
    lots[t] = lotBetween(levels[before[t][j]], levels[j], packed);
  return { lots, cost: lotPlanCost(problem, lots, limits.shortageCost) };
}

/** Minimum and maximum as whole packs. */
function inWholePacks(limits: LotLimits): LotLimits {
  const { minimum, multiple, maximum } = limits;
  if (multiple === 0) return limits;
  return {
    ...limits,
    minimum: Math.max(1, Math.ceil(minimum / multiple - 1e-9)) * multiple,
    maximum: Math.floor(maximum / multiple + 1e-9) * multiple,
  };
}

/** Cost of a period that ends with this stock; Infinity where that may not be. */
function endOfPeriod(
  stock: number,
  isLast: boolean,
  holdingCost: number,
  { safetyStock, shortageCost }: LotLimits,
  slack: number,
): number {
  if (stock < safetyStock - slack && (shortageCost === undefined || isLast)) return Infinity;
  return stock >= 0 ? holdingCost * stock : -(shortageCost ?? 0) * stock;
}

/** For each level the cheapest one from which a lot leads to it, or -1. */
function cheapestStarts(
  levels: Float64Array,
  cost: Float64Array,
  { minimum, maximum }: LotLimits,
  slack: number,
): Int32Array {
  const starts = new Int32Array(levels.length).fill(-1);
  // Candidates in order of level, each dearer than those before it.
  const queue = new Int32Array(levels.length);
  let head = 0;
  let tail = 0;
  let next = 0;
  for (let j = 0; j < levels.length; j++) {
    for (; next < j && levels[j] - levels[next] >= minimum - slack; next++) {
      while (tail > head && cost[queue[tail - 1]] >= cost[next]) tail--;
      queue[tail++] = next;
    }
    while (head < tail && levels[j] - levels[queue[head]] > maximum + slack) head++;
    if (head < tail && cost[queue[head]] < Infinity) starts[j] = queue[head];
  }
  return starts;
}

function lotBetween(low: number, high: number, { minimum, multiple, maximum }: LotLimits): number {
  if (high === low) return 0;
  if (multiple > 0) return Math.round((high - low) / multiple) * multiple;
  return Math.min(maximum, Math.max(minimum, high - low));
}
