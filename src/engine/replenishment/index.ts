export { ddmrpBuffer, type BufferProfile, type DdmrpBuffer } from "./ddmrp-buffer";
export { lotPlanCost, wagnerWhitin, type LotPlan, type LotSizingProblem } from "./dynamic-lot-size";
export {
  economicOrderQuantity,
  yearlyCost,
  type EoqProblem,
  type PriceBreak,
} from "./economic-order-quantity";
export { leastUnitCost, lotForLot, periodicOrderQuantity, silverMeal } from "./lot-sizing-heuristics";
export { orderQuantity, roundUpToMultiple, type OrderRule } from "./order-quantity";
export { projectStock, type StockProjection } from "./projected-stock";
