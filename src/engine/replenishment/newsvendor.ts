import { demandDistribution, type DemandDistribution } from "../math/demand-distribution";
import { insufficientData } from "../errors";

/** Share of seasons in which the newsvendor should have enough: underage / (underage + overage). */
export function criticalRatio(underage: number, overage: number): number {
  return underage / (underage + overage);
}

/**
 * Stock for one season: the smallest level that suffices with at least the critical ratio. Whole units where demand is counted.
 * Source: Silver, Pyke and Thomas (2017), section 9.2; Snyder and Shen (2019), section 4.3.
 * @param underage cost of one unit too few, above 0
 * @param overage cost of one unit too many, above 0
 */
export function newsvendor(
  mean: number,
  sd: number,
  underage: number,
  overage: number,
  distribution: DemandDistribution,
): number {
  return demandDistribution(distribution, mean, sd).quantile(criticalRatio(underage, overage));
}

/** The same for demands as they were observed or imagined, each as likely as the others. */
export function newsvendorOfScenarios(
  scenarios: readonly number[],
  underage: number,
  overage: number,
): number {
  if (scenarios.length === 0) throw insufficientData("mean", "must hold at least one scenario", 0);
  const sorted = Float64Array.from(scenarios).sort();
  // A ratio met up to rounding counts as met: 3 / (3 + 1) of four scenarios is the third.
  const needed = Math.ceil(criticalRatio(underage, overage) * sorted.length - 1e-9);
  return sorted[Math.max(0, needed - 1)];
}
