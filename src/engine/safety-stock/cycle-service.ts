import { demandDistribution, type DemandDistribution } from "../math/demand-distribution";
import { normalCdf } from "../math/normal";
import { protectionMean, protectionSd, protectionVariance, type Replenishment } from "./protection-time";

/**
 * Safety stock that meets a cycle service level: the quantile of demand over the protection time, less its mean, never below 0.
 * NORMAL: z sigma, hence 0 up to 50 %. GAMMA, NBINOM and POISSON are fitted by the mean and standard deviation of demand over the
 * protection time (POISSON by the mean alone).
 * Source: Silver, Pyke and Thomas (2017), section 6.7.5; gamma: Burgin (1975).
 * @param cycleServiceLevel chance of no stockout in a cycle, strictly between 0 and 1
 * @returns units, not rounded
 */
export function safetyStock(
  item: Replenishment,
  cycleServiceLevel: number,
  distribution: DemandDistribution,
): number {
  const mean = protectionMean(item);
  const sd = protectionSd(item);
  if (distribution === "NORMAL")
    return Math.max(0, demandDistribution("NORMAL", 0, sd).quantile(cycleServiceLevel));
  if (mean === 0) return 0;
  return Math.max(0, demandDistribution(distribution, mean, sd).quantile(cycleServiceLevel) - mean);
}

/** Stock position that triggers an order: mean demand over the lead time plus safety stock, units. */
export function reorderPoint(
  item: Omit<Replenishment, "review">,
  cycleServiceLevel: number,
  distribution: DemandDistribution,
): number {
  return item.mean * item.leadTime + safetyStock({ ...item, review: 0 }, cycleServiceLevel, distribution);
}

/** Level a periodic review orders up to: mean demand over lead time plus review interval, plus safety stock, units. */
export function orderUpToLevel(item: Replenishment, cycleServiceLevel: number): number {
  return protectionMean(item) + safetyStock(item, cycleServiceLevel, "NORMAL");
}

/** Cycle service level that a safety stock gives under normal demand: the inverse of `safetyStock`. */
export function cycleServiceLevel(safetyStockUnits: number, item: Replenishment): number {
  const sd = protectionSd(item);
  if (sd === 0) return safetyStockUnits >= 0 ? 1 : 0;
  return normalCdf(safetyStockUnits / sd);
}

export interface SafetyStockDrivers {
  readonly safetyStock: number;
  /** Shares of the variance, summing to 1; all 0 where there is no variance. */
  readonly demandShare: number;
  readonly leadTimeShare: number;
  readonly reviewShare: number;
}

/** Normal safety stock, and who owns it: demand (planner), lead time (supplier) or review interval (buyer). */
export function safetyStockDrivers(item: Replenishment, cycleServiceLevel: number): SafetyStockDrivers {
  const { demand, leadTime, review } = protectionVariance(item);
  const total = demand + leadTime + review;
  const share = (part: number) => (total === 0 ? 0 : part / total);
  return {
    safetyStock: safetyStock(item, cycleServiceLevel, "NORMAL"),
    demandShare: share(demand),
    leadTimeShare: share(leadTime),
    reviewShare: share(review),
  };
}
