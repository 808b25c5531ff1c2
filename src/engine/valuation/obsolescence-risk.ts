import { PlanningError } from "../errors";
import type { LifecycleStage } from "../demand";

export interface ObsolescenceSigns {
  /** Days since the stock came in, or since it last moved. */
  readonly age: number;
  /** Months of demand that stock covers. */
  readonly cover: number;
  /** Change of demand a year as a fraction; -0.2 falls by a fifth. */
  readonly trend: number;
  readonly stage?: LifecycleStage;
  /** A successor or substitute is on sale. */
  readonly replaced?: boolean;
}

export const riskFactors = ["age", "cover", "trend", "lifecycle", "substitute"] as const;
export type RiskFactor = (typeof riskFactors)[number];

/** Points of 100 for each factor at its worst. */
export const defaultRiskWeights: readonly number[] = [25, 30, 20, 15, 10];

/** Where a factor is at its worst: a year old, two years of cover, demand down by half a year. */
const worst = { age: 365, cover: 24, trend: -0.5 };

const riskOfStage: Readonly<Record<LifecycleStage, number>> = {
  New: 0.2,
  Growth: 0,
  Mature: 0.2,
  Decline: 0.7,
  EOL: 1,
  Inactive: 1,
};

export interface RiskPart {
  readonly factor: RiskFactor;
  /** From 0, harmless, to 1, at its worst. */
  readonly level: number;
  readonly points: number;
}

/**
 * Risk that stock becomes obsolete, as points that add up: each factor's level times its weight, the weights scaled to 100 over the
 * factors that are known. A score for ranking and early warning by stated rules, not a probability.
 * Source: additive scoring, Silver, Pyke and Thomas (2017), chapter 8.
 */
export function obsolescenceRisk(signs: ObsolescenceSigns, weights: readonly number[]): readonly RiskPart[] {
  const { age, cover, trend, stage, replaced } = signs;
  const levels: Readonly<Record<RiskFactor, number | undefined>> = {
    age: Math.min(1, age / worst.age),
    cover: Math.min(1, cover / worst.cover),
    trend: Math.min(1, Math.max(0, trend / worst.trend)),
    lifecycle: stage && riskOfStage[stage],
    substitute: replaced === undefined ? undefined : Number(replaced),
  };
  const known = riskFactors.flatMap((factor, i) => {
    const level = levels[factor];
    return level === undefined ? [] : [{ factor, level, weight: weights[i] }];
  });
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0)
    throw new PlanningError("zero-denominator", "weights", "weights of the factors known must not all be 0");
  return known.map(({ factor, level, weight }) => ({
    factor,
    level,
    points: (100 * level * weight) / total,
  }));
}
