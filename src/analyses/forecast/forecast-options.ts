import type { DemandBucket } from "../../engine/calendar";

/** Where the model is fitted: each item, each item at each location, or each family. Coarser forecasts are split down by share. */
export const forecastLevels = ["location", "item", "family"] as const;
export type ForecastLevel = (typeof forecastLevels)[number];

export interface ForecastOptions {
  /** Buckets to forecast. */
  readonly horizon: number;
  readonly bucket: DemandBucket;
  readonly level: ForecastLevel;
  /** Excel serial of today: its bucket is not over yet and takes no part. */
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

/** As kept with the run; today's date is part of what the answer depends on. */
export function describeOptions({ horizon, bucket, level, asOf }: ForecastOptions): string {
  return `horizon=${horizon} bucket=${bucket} level=${level} asOf=${isoDate(asOf)} interval=${intervalLevel}`;
}

export function isoDate(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
