import { invalidInput } from "../errors";
import { lossFunctionsOf, normalLossFunctions } from "../math/loss";
import type { DemandDistribution } from "../math/demand-distribution";
import { checkRates } from "./inventory-cost";
import { lotPolicyCost, optimalLotPolicy, type LotPolicy, type LotPolicyProblem } from "./lot-policy";
import { backorderLotPolicy, lossFunctionLotPolicy, safetyStockLotPolicy } from "./lot-policy-heuristics";
import {
  optimalUnitLotPolicy,
  unitLotPolicyCost,
  type CostedPolicy,
  type UnitLotProblem,
} from "./unit-lot-policy";

export const lotPolicyMethods = ["EXACT", "EOQB", "EOQSS", "LTD"] as const;
export type LotPolicyMethod = (typeof lotPolicyMethods)[number];

export interface LotPolicyRequest {
  /** Demand per period. */
  readonly mean: number;
  readonly sd: number;
  /** Periods, any length of 0 or more. */
  readonly leadTime: number;
  readonly orderCost: number;
  readonly holding: number;
  readonly shortage: number;
  readonly distribution: DemandDistribution;
  readonly method: LotPolicyMethod;
}

const heuristics = {
  EOQB: backorderLotPolicy,
  EOQSS: safetyStockLotPolicy,
  LTD: lossFunctionLotPolicy,
};

/** An (r, Q) policy by the method asked for, and what it really costs: heuristics are costed by the exact formula. */
export function lotPolicy(request: LotPolicyRequest): CostedPolicy<LotPolicy> {
  const { mean, sd, leadTime, distribution, method, ...costs } = request;
  checkRates(costs);
  const demand = lossFunctionsOf(distribution, mean * leadTime, sd * Math.sqrt(leadTime));
  const problem = { ...costs, demand, demandRate: mean };
  if (isCounted(distribution)) return wholeUnitPolicy(problem, request);
  if (costs.orderCost === 0)
    throw invalidInput("orderCost", `must be above 0 for ${distribution}, where lots are not whole units`, 0);
  const policy = method === "EXACT" ? optimalLotPolicy(problem) : heuristics[method](problem);
  return { policy, cost: lotPolicyCost(problem, policy) };
}

function isCounted(distribution: DemandDistribution): boolean {
  return distribution === "POISSON" || distribution === "NBINOM";
}

/** Heuristics for counts are those of the normal demand with the same mean and variance, rounded to whole units. */
function wholeUnitPolicy(problem: UnitLotProblem, { method }: LotPolicyRequest): CostedPolicy<LotPolicy> {
  if (method === "EXACT") return optimalUnitLotPolicy(problem);
  const { mean, variance } = problem.demand;
  const smooth: LotPolicyProblem = { ...problem, demand: normalLossFunctions(mean, Math.sqrt(variance)) };
  const { reorderPoint, lot } = heuristics[method](smooth);
  const policy = { reorderPoint: Math.round(reorderPoint), lot: Math.max(1, Math.round(lot)) };
  return { policy, cost: unitLotPolicyCost(problem, policy) };
}
