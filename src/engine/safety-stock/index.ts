export {
  cycleServiceLevel,
  orderUpToLevel,
  reorderPoint,
  safetyStock,
  safetyStockDrivers,
  type SafetyStockDrivers,
} from "./cycle-service";
export { fillRate, safetyStockForFillRate } from "./fill-rate";
export { protectionMean, protectionSd, protectionVariance, type Replenishment } from "./protection-time";
