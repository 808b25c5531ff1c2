import { PlanningError } from "../errors";
import { findRoot } from "../math/find-root";
import type { LossFunctions } from "../math/loss";
import type { CostedBaseStock } from "./disrupted-base-stock";
import type { YieldType } from "./uncertain-yield-quantity";

export interface YieldStock {
  /** Units, known. */
  readonly demand: number;
  /** Money per unit short. */
  readonly shortage: number;
  /** Money per unit left. */
  readonly holding: number;
  /** What arrives: units on top of what was ordered, or per unit ordered. */
  readonly yielded: LossFunctions;
  readonly type: YieldType;
}

/**
 * Newsvendor for known demand and a yield that is not: what to order up to, and what it costs.
 * - Additive, S + Y arrives: d - S is the yield's quantile at h / (h + p).
 * - Multiplicative, Q Z arrives: h E[Z] = (h + p) E[Z; Z <= d / Q].
 * Source: Snyder and Shen (2019), section 9.3.3, equations 9.27 and 9.28; multiplicative: Yano and Lee (1995), section 2.1.
 */
export function stockUnderYield(problem: YieldStock): CostedBaseStock {
  return problem.type === "ADDITIVE" ? additive(problem) : multiplicative(problem);
}

function additive({ demand, shortage, holding, yielded }: YieldStock): CostedBaseStock {
  const gap = quantile(yielded.cdf, holding / (holding + shortage), yielded);
  return { level: demand - gap, cost: shortage * yielded.left(gap) + holding * yielded.short(gap) };
}

function multiplicative({ demand, shortage, holding, yielded }: YieldStock): CostedBaseStock {
  const { mean, cdf, left, short } = yielded;
  if (!(mean > 0)) {
    const message = `yieldMean must be above 0 for MULTIPLICATIVE, got ${mean}`;
    throw new PlanningError("invalid-input", "yieldMean", message);
  }
  // E[Z; Z <= z] as a share of E[Z].
  const received = (z: number) => (z * cdf(z) - left(z)) / mean;
  const share = quantile(received, holding / (holding + shortage), yielded);
  if (!(share > 0)) {
    const message = `yieldSd must leave a yield that is hardly ever negative, got ${Math.sqrt(yielded.variance)}`;
    throw new PlanningError("no-solution", "yieldSd", message);
  }
  const level = demand / share;
  return { level, cost: level * (shortage * left(share) + holding * short(share)) };
}

/** Where a function that rises from 0 to 1 over the yield's range reaches a share; the yield itself where that is certain. */
function quantile(rising: (x: number) => number, share: number, { mean, variance }: LossFunctions): number {
  const sd = Math.sqrt(variance);
  if (sd === 0) return mean;
  let low = mean - sd;
  let high = mean + sd;
  for (let step = sd; rising(low) > share; step *= 2) low -= step;
  for (let step = sd; rising(high) < share; step *= 2) high += step;
  return findRoot((x) => rising(x) - share, low, high);
}
