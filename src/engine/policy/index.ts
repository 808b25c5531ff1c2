export { convolved, countDemand, listedDemand, poissonDemand, type CountDemand } from "./count-demand";
export { inventoryCost, inventoryCostBetween, type CostRates } from "./inventory-cost";
export {
  lotPolicyCost,
  optimalLotPolicy,
  reorderPointForLot,
  type LotPolicy,
  type LotPolicyProblem,
} from "./lot-policy";
export { backorderLotPolicy, lossFunctionLotPolicy, safetyStockLotPolicy } from "./lot-policy-heuristics";
export {
  optimalOrderUpToPolicy,
  orderUpToPolicyCost,
  type OrderUpToPolicy,
  type OrderUpToProblem,
} from "./order-up-to-policy";
export {
  optimalUnitLotPolicy,
  unitLotPolicyCost,
  type CostedPolicy,
  type UnitLotProblem,
} from "./unit-lot-policy";
export { powerApproximation } from "./power-approximation";
export {
  lotPolicy,
  lotPolicyMethods,
  type LotPolicyMethod,
  type LotPolicyRequest,
} from "./lot-policy-methods";
export { comparePolicies, type ComparedPolicy, type ComparisonRequest } from "./compare";
