import { demandDistribution, type DemandDistribution } from "../math/demand-distribution";
import { PlanningError, insufficientData } from "../errors";

/** Share of seasons in which the newsvendor should have enough: underage / (underage + overage). */
export function criticalRatio(underage: number, overage: number): number {
  return underage / (underage + overage);
}

/** Demand of one period, and over how many of them the stock must last. */
export interface NewsvendorDemand {
  readonly mean: number;
  readonly sd: number;
  readonly distribution: DemandDistribution;
  /** Periods from order to arrival; 0 for a season ordered before it begins. */
  readonly leadTime: number;
}

/**
 * Stock for one season: the smallest level that suffices with at least the critical ratio. Whole units where demand is counted. With a
 * lead time L it is the level that every period orders up to, which must last for L + 1 periods of independent demand; sums keep their
 * distribution but for LOGNORMAL, which is fitted to the mean and standard deviation of the sum.
 * Source: Silver, Pyke and Thomas (2017), section 9.2; Snyder and Shen (2019), sections 4.3 and 4.3.4.2.
 * @param underage cost of one unit too few, above 0
 * @param overage cost of one unit too many, above 0
 */
export function newsvendor(demand: NewsvendorDemand, underage: number, overage: number): number {
  const { mean, sd, distribution, leadTime } = demand;
  const span = leadTime + 1;
  return demandDistribution(distribution, mean * span, sd * Math.sqrt(span)).quantile(
    criticalRatio(underage, overage),
  );
}

/** Different sums of scenarios: beyond it the work grows long. */
const mostSums = 200_000;

/** The same for demands as they were observed or imagined, each as likely as the others, in every period anew. */
export function newsvendorOfScenarios(
  scenarios: readonly number[],
  underage: number,
  overage: number,
  leadTime = 0,
): number {
  if (scenarios.length === 0) throw insufficientData("mean", "must hold at least one scenario", 0);
  if (!Number.isInteger(leadTime)) {
    const message = `leadTime must be a whole number for EMPIRICAL, got ${leadTime}`;
    throw new PlanningError("invalid-input", "leadTime", message);
  }
  const sums = [...sumsOf(scenarios, leadTime + 1)].sort(([a], [b]) => a - b);
  // A ratio met up to rounding counts as met: 3 / (3 + 1) of four scenarios is the third.
  const needed = criticalRatio(underage, overage) - 1e-9 / scenarios.length;
  let reached = 0;
  return (sums.find(([, chance]) => (reached += chance) >= needed) ?? sums[sums.length - 1])[0];
}

/** What the scenarios of several periods come to, and the chance of each sum. */
function sumsOf(scenarios: readonly number[], periods: number): Map<number, number> {
  let sums = new Map([[0, 1]]);
  for (let t = 0; t < periods; t++) {
    const longer = new Map<number, number>();
    for (const [sum, chance] of sums) {
      for (const units of scenarios) {
        // Sums that differ by rounding noise are the same.
        const next = t === 0 ? units : Number((sum + units).toPrecision(14));
        longer.set(next, (longer.get(next) ?? 0) + chance / scenarios.length);
      }
      if (longer.size > mostSums) {
        const message = `leadTime must leave at most ${mostSums} different sums of scenarios, got ${periods - 1}`;
        throw new PlanningError("no-solution", "leadTime", message);
      }
    }
    sums = longer;
  }
  return sums;
}
