export { achievedService, type AchievedService } from "./achieved-service";
export {
  cycleServiceLevel,
  orderUpToLevel,
  reorderPoint,
  safetyStock,
  safetyStockDrivers,
  type SafetyStockDrivers,
} from "./cycle-service";
export { adjustedSafetyStock } from "./dynamic-adjustment";
export { empiricalSafetyStock, type EmpiricalSafetyStock } from "./empirical";
export { fillRate, safetyStockForFillRate } from "./fill-rate";
export { protectionMean, protectionSd, protectionVariance, type Replenishment } from "./protection-time";
