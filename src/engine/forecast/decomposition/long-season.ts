import { type Series, observed } from "../../demand";
import { longestSeason } from "../ets";
import type { ForecastTask } from "../method";
import { stl } from "./stl";

/**
 * Seasons that the pattern's smoother weighs: the pattern hardly moves in ten years, and forgets in decades. On weekly series 21 to 35 and
 * one pattern for ever were measured alike, 7 to 13 worse (test/bench/weekly.ts).
 */
const seasonalWindow = 35;

/** A long season, taken out of a series. */
export interface LongSeason {
  readonly seasonal: readonly number[];
  /** Series less season; NaN where missing. */
  readonly adjusted: readonly number[];
  /** 0 none to 1 nothing but season: the share of the season in what is left after the trend, for the degrees of freedom that it takes. */
  readonly strength: number;
  /**
   * How much wider limits are for a pattern known from few seasons: a pattern of k seasons takes 1/k of the remainder's variance with it and
   * errs by another 1/k, so that the variance of what comes is (1 + 1/k) / (1 - 1/k) of what is seen.
   */
  readonly spread: number;
  /** The season i periods after the end of the series, as it was last. */
  readonly coming: (i: number) => number;
}

/** Why a long season cannot be told from the series; null where it can. */
export function longSeasonRefusal({ series, season }: ForecastTask): string | null {
  if (season <= longestSeason)
    return `season must be above ${longestSeason} for STL, shorter ones are part of the other methods, got ${season}`;
  const count = observed(series).length;
  return count >= 2 * season
    ? null
    : `demand must hold two seasons (${2 * season} observations) to tell a season of ${season}, got ${count}`;
}

/** Takes out a season that `longSeasonRefusal` does not refuse. */
export function takeOutLongSeason(series: Series, season: number): LongSeason {
  const { seasonal, remainder } = stl(series, { season, seasonalWindow });
  const seasons = observed(series).length / season;
  const left = observed(remainder);
  const both = observed(remainder.map((value, t) => value + seasonal[t]));
  const share = variance(left) / (1 - 1 / seasons) / variance(both);
  return {
    seasonal,
    adjusted: series.map((value, t) => value - seasonal[t]),
    // A constant has neither season nor remainder.
    strength: Number.isFinite(share) ? Math.max(0, 1 - share) : 0,
    spread: Math.sqrt((seasons + 1) / (seasons - 1)),
    coming: (i) => seasonal[series.length - season + (i % season)],
  };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
