import { linearRegression, mean, sampleStandardDeviation } from "simple-statistics";
import { insufficientData } from "../errors";
import { seasonalStrength } from "./seasonal-strength";
import { observed, type Series } from "./series";

/** What there is to say about a series; a figure that the data cannot give is null. */
export interface DemandStatistics {
  /** Periods observed; missing ones are left out. */
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1). */
  readonly sd: number | null;
  /** sd over mean. */
  readonly cv: number | null;
  /** Average demand interval: periods observed per period with demand. */
  readonly adi: number | null;
  /** Squared coefficient of variation of the sizes of demand, zeros left out. */
  readonly cv2: number | null;
  /** Share of periods without demand, 0-1. */
  readonly zeroShare: number;
  /** Least-squares slope per period as a share of the mean. */
  readonly trend: number | null;
  /** 0 none to 1 nothing but season. */
  readonly seasonalStrength: number | null;
}

/**
 * Descriptive statistics of demand.
 * Source: ADI and CV2: Syntetos, Boylan and Croston (2005); seasonal strength: Hyndman and Athanasopoulos (2021), section 4.3.
 * @param season periods in a season, for the seasonal strength
 */
export function demandStatistics(series: Series, season: number): DemandStatistics {
  const values = observed(series);
  if (values.length === 0) throw insufficientData("demand", "must hold numbers", null);
  const average = mean(values);
  const sizes = values.filter((value) => value !== 0);
  const sd = values.length < 2 ? null : sampleStandardDeviation(values);
  return {
    n: values.length,
    mean: average,
    sd,
    cv: sd === null || average === 0 ? null : sd / average,
    adi: averageDemandInterval(values),
    cv2: squaredVariationOfSizes(sizes),
    zeroShare: 1 - sizes.length / values.length,
    trend: average === 0 || values.length < 3 ? null : slope(series) / average,
    seasonalStrength: seasonalStrength(series, season),
  };
}

/** Periods observed per period with demand; null without demand. */
export function averageDemandInterval(series: Series): number | null {
  const values = observed(series);
  const demands = values.filter((value) => value !== 0).length;
  return demands === 0 ? null : values.length / demands;
}

function squaredVariationOfSizes(sizes: readonly number[]): number | null {
  if (sizes.length < 2) return null;
  const average = mean([...sizes]);
  return average === 0 ? null : (sampleStandardDeviation([...sizes]) / average) ** 2;
}

function slope(series: Series): number {
  const points = series.flatMap((value, t) => (Number.isNaN(value) ? [] : [[t, value]]));
  return linearRegression(points).m;
}

/** Average demand interval from which demand counts as intermittent. Source: Syntetos, Boylan and Croston (2005), figure 1. */
export const intermittentInterval = 1.32;

export type DemandPattern = "Smooth" | "Erratic" | "Intermittent" | "Lumpy";

/**
 * Pattern by interval and size variation: cuts at an average demand interval of 1.32 and a squared coefficient of 0.49.
 * A label, not a method selector.
 * Source: Syntetos, Boylan and Croston (2005), figure 1.
 * @throws PlanningError insufficient-data with fewer than 4 periods of demand
 */
export function demandPattern(series: Series): DemandPattern {
  const values = observed(series);
  const sizes = values.filter((value) => value !== 0);
  if (sizes.length < 4)
    throw insufficientData("demand", "must hold at least 4 periods with demand", sizes.length);
  const intermittent = (averageDemandInterval(values) as number) >= intermittentInterval;
  const variable = (squaredVariationOfSizes(sizes) ?? 0) >= 0.49;
  if (intermittent) return variable ? "Lumpy" : "Intermittent";
  return variable ? "Erratic" : "Smooth";
}
