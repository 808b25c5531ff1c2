import type { LotPlan, LotSizingProblem } from "./dynamic-lot-size";
import { lotPlanCost } from "./dynamic-lot-size";

/** Lot for lot: each period's need is its own order. Source: Silver, Pyke and Thomas (2017), section 5.6. */
export function lotForLot(problem: LotSizingProblem): LotPlan {
  return planned(problem, (from) => from + 1);
}

/**
 * Silver-Meal: a lot covers one more period while that lowers its cost per period covered.
 * Source: Silver, Pyke and Thomas (2017), section 5.5.
 */
export function silverMeal(problem: LotSizingProblem): LotPlan {
  return planned(problem, (from, { demand, orderCost, holdingCost }) => {
    let cost = orderCost;
    let best = cost;
    for (let until = from + 1; until < demand.length; until++) {
      const periods = until - from + 1;
      cost += holdingCost * (periods - 1) * demand[until];
      if (cost / periods > best) return until;
      best = cost / periods;
    }
    return demand.length;
  });
}

/** Least unit cost: a lot covers one more period while that lowers its cost per unit. Same source, section 5.6.3. */
export function leastUnitCost(problem: LotSizingProblem): LotPlan {
  return planned(problem, (from, { demand, orderCost, holdingCost }) => {
    let cost = orderCost;
    let units = demand[from];
    let best = cost / units;
    for (let until = from + 1; until < demand.length; until++) {
      cost += holdingCost * (until - from) * demand[until];
      units += demand[until];
      if (cost / units > best) return until;
      best = cost / units;
    }
    return demand.length;
  });
}

/**
 * Periodic order quantity: every order covers as many periods as the economic order quantity lasts at mean demand, at least 1.
 * Source: Silver, Pyke and Thomas (2017), section 5.6.2.
 */
export function periodicOrderQuantity(problem: LotSizingProblem): LotPlan {
  const { demand, orderCost, holdingCost } = problem;
  const mean = demand.reduce((sum, units) => sum + units, 0) / demand.length;
  const eoqPeriods = Math.sqrt((2 * orderCost) / (mean * holdingCost));
  const covered = Number.isFinite(eoqPeriods) ? Math.max(1, Math.round(eoqPeriods)) : demand.length;
  return planned(problem, (from) => from + covered);
}

/** Orders at each first need that no earlier lot covers; `coverUntil` says where the lot's cover ends (exclusive). */
function planned(
  problem: LotSizingProblem,
  coverUntil: (from: number, problem: LotSizingProblem) => number,
): LotPlan {
  const { demand } = problem;
  const lots = new Array<number>(demand.length).fill(0);
  let from = 0;
  while (from < demand.length) {
    if (demand[from] === 0) {
      from++;
      continue;
    }
    const until = Math.min(coverUntil(from, problem), demand.length);
    for (let t = from; t < until; t++) lots[from] += demand[t];
    from = until;
  }
  return { lots, cost: lotPlanCost(problem, lots) };
}
