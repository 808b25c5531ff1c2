import type { DemandBucket } from "../../engine/calendar";

/** Where the model is fitted: each item, each item at each location, or each family. Coarser forecasts are split down by share. */
export const forecastLevels = ["location", "item", "family"] as const;
export type ForecastLevel = (typeof forecastLevels)[number];

export interface ForecastOptions {
  /** Buckets to forecast. */
  readonly horizon: number;
  readonly bucket: DemandBucket;
  readonly level: ForecastLevel;
  /** Excel serial of today: its bucket is not over yet and takes no part. Infinity where every bucket counts as over. */
  readonly asOf: number;
}

export const longestHorizon = 104;

/** Why a horizon cannot be used; undefined where it can. */
export function horizonProblem(horizon: number): string | undefined {
  return Number.isInteger(horizon) && horizon >= 1 && horizon <= longestHorizon
    ? undefined
    : `The horizon must be a whole number from 1 to ${longestHorizon}.`;
}

/** Share of outcomes that Low and High are to hold. */
export const intervalLevel = 0.9;
