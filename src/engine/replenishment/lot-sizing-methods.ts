import { PlanningError } from "../errors";
import { wagnerWhitin } from "./dynamic-lot-size";
import { limitedLots } from "./limited-lot-size";
import {
  fixedLots,
  leastUnitCost,
  lotForLot,
  periodicOrderQuantity,
  silverMeal,
} from "./lot-sizing-heuristics";
import { lotPlanCost, type LotLimits, type LotPlan, type LotSizingProblem } from "./lot-sizing-problem";

export const lotSizingMethods = ["WW", "SM", "LUC", "POQ", "LFL", "EOQ"] as const;
export type LotSizingMethod = (typeof lotSizingMethods)[number];

const heuristics = {
  SM: silverMeal,
  LUC: leastUnitCost,
  POQ: periodicOrderQuantity,
  LFL: lotForLot,
  EOQ: fixedLots,
};

/** Lots by the method asked for: WW is the cheapest plan there is within the limits, the others are rules of thumb that keep to them. */
export function lotPlan(problem: LotSizingProblem, limits: LotLimits, method: LotSizingMethod): LotPlan {
  checkLimits(limits);
  return method === "WW" ? cheapestLots(problem, limits) : heuristics[method](problem, limits);
}

function cheapestLots(problem: LotSizingProblem, limits: LotLimits): LotPlan {
  const { minimum, multiple, maximum, safetyStock, shortageCost } = limits;
  if (minimum > 0 || multiple > 0 || maximum < Infinity || shortageCost !== undefined)
    return limitedLots(problem, limits);
  // Safety stock is one more need of the first period.
  const demand = problem.demand.map((units, t) => (t === 0 ? units + safetyStock : units));
  const { lots } = wagnerWhitin({ ...problem, demand });
  return { lots, cost: lotPlanCost(problem, lots) };
}

function checkLimits({ safetyStock, shortageCost }: LotLimits): void {
  if (safetyStock > 0 && shortageCost !== undefined) {
    const message = `ss must be 0 where shortCost allows backorders, got ${safetyStock}`;
    throw new PlanningError("invalid-input", "ss", message);
  }
}
