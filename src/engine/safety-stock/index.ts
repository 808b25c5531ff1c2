export { achievedService, type AchievedService } from "./achieved-service";
export {
  cycleServiceLevel,
  orderUpToLevel,
  reorderPoint,
  safetyStock,
  safetyStockDrivers,
  type SafetyStockDrivers,
} from "./cycle-service";
export {
  countedService,
  type CountedProblem,
  type CountedService,
  type CountedSpan,
} from "./counted-service";
export { adjustedSafetyStock } from "./dynamic-adjustment";
export { empiricalSafetyStock, type EmpiricalSafetyStock } from "./empirical";
export { learntAllowance, shortInCycle, type LearntAllowance, type ReplayedCycle } from "./learnt-allowance";
export { fillRate, safetyStockForFillRate, type FillRateForm } from "./fill-rate";
export {
  fillRateUnderReview,
  reorderPointUnderReview,
  type ReviewedLots,
  type SpanDemand,
} from "./fill-rate-under-review";
export { returnFor, returns, sharedFillRates, type ItemByReturn } from "./shared-fill-rate";
export { protectionMean, protectionSd, protectionVariance, type Replenishment } from "./protection-time";
