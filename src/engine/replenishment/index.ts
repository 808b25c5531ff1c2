export { orderQuantityWithBackorders, type BackorderLot } from "./backorder-quantity";
export { ddmrpBuffer, type BufferProfile, type DdmrpBuffer } from "./ddmrp-buffer";
export { wagnerWhitin } from "./dynamic-lot-size";
export {
  lotPlanCost,
  noLotLimits,
  type LotLimits,
  type LotPlan,
  type LotSizingProblem,
} from "./lot-sizing-problem";
export { lotPlan, lotSizingMethods, type LotSizingMethod } from "./lot-sizing-methods";
export { disruptedBaseStock, type CostedBaseStock, type DisruptedBaseStock } from "./disrupted-base-stock";
export {
  approximateDisruptedQuantity,
  disruptedCost,
  disruptedLoss,
  disruptedOrderQuantity,
  type DisruptedSupply,
} from "./disrupted-order-quantity";
export {
  economicOrderQuantity,
  yearlyCost,
  type EoqProblem,
  type PriceBreak,
} from "./economic-order-quantity";
export {
  jointReplenishment,
  jointReplenishmentHeuristic,
  type JointItem,
  type JointPlan,
} from "./joint-replenishment";
export { lastTimeBuy, remainingDemand, type LastTimeBuy } from "./last-time-buy";
export { criticalRatio, newsvendor, newsvendorOfScenarios } from "./newsvendor";
export {
  orderQuantity,
  roundUpToMultiple,
  roundedOrder,
  type OrderRounding,
  type OrderRule,
} from "./order-quantity";
export { productionQuantity } from "./production-quantity";
export { allUnitsDiscount, incrementalDiscount, type DiscountLot } from "./quantity-discount";
export { projectStock, type StockProjection } from "./projected-stock";
export {
  orderQuantityUnderYield,
  yieldTypes,
  type UncertainYield,
  type YieldType,
} from "./uncertain-yield-quantity";
export { stockUnderYield, type YieldStock } from "./uncertain-yield-stock";
