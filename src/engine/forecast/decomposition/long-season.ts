import { type Series, observed } from "../../demand";
import { longestSeason } from "../ets";
import type { ForecastTask } from "../method";
import { mstl } from "./mstl";
import { stl } from "./stl";
import { smoothedDays, smoothedYear } from "./year-of-days";

/**
 * Seasons that the pattern's smoother weighs: the pattern hardly moves in ten years, and forgets in decades. On weekly series 21 to 35 and
 * one pattern for ever were measured alike, 7 to 13 worse (test/bench/weekly.ts).
 */
const seasonalWindow = 35;

/** A long season, or several seasons, taken out of a series. */
export interface LongSeason {
  /** As shown to the user: "STL(52)". */
  readonly name: string;
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
  return takenOut(`STL(${season})`, series, [{ season, part: seasonal }], remainder);
}

const daysInWeek = 7;
/** A year of days; the quarter of a day more is a week's drift in 28 years. */
const daysInYear = 365;

/** Why week and year cannot both be told from days; null where they can. */
export function dailySeasonsRefusal({ series, season }: ForecastTask): string | null {
  if (season !== daysInWeek)
    return `season must be ${daysInWeek}, the week of daily demand, for MSTL, got ${season}`;
  return series.length >= 2 * daysInYear && observed(series).length >= daysInYear
    ? null
    : `demand must hold two years (${2 * daysInYear} days) to tell a year of days, got ${series.length}`;
}

/** Takes the week and the year out of daily demand that `dailySeasonsRefusal` does not refuse. */
export function takeOutDailySeasons(series: Series): LongSeason {
  const { week, year, remainder } = weekAndYear(series);
  const parts = [
    { season: daysInWeek, part: week },
    { season: daysInYear, part: year },
  ];
  const name = `MSTL(${daysInWeek}, ${daysInYear})`;
  return takenOut(name, series, parts, remainder, smoothedDays);
}

/** The year alone of such demand, units above or below its mean, for each day of the series and those that come. */
export function yearOfDays(series: Series): Pick<LongSeason, "seasonal" | "coming"> {
  const { year } = weekAndYear(series);
  return { seasonal: year, coming: (i) => year[series.length - daysInYear + (i % daysInYear)] };
}

function weekAndYear(series: Series) {
  const { seasonal, remainder } = mstl(series, {
    seasons: [daysInWeek, daysInYear],
    seasonalWindows: [seasonalWindow, seasonalWindow],
  });
  const [week, seen] = seasonal;
  const last = smoothedYear(seen.slice(-daysInYear));
  const year = series.map((_, t) => last[(((t - series.length) % daysInYear) + daysInYear) % daysInYear]);
  return { week, year, remainder: remainder.map((value, t) => value + seen[t] - year[t]) };
}

interface SeasonalPart {
  readonly season: number;
  readonly part: readonly number[];
}

/**
 * @param parts the longest season last
 * @param pooled places of the longest season that are known together
 */
function takenOut(
  name: string,
  series: Series,
  parts: readonly SeasonalPart[],
  remainder: readonly number[],
  pooled = 1,
): LongSeason {
  const seasonal = series.map((_, t) => parts.reduce((sum, { part }) => sum + part[t], 0));
  const seasons = (pooled * observed(series).length) / parts[parts.length - 1].season;
  const left = observed(remainder);
  const both = observed(remainder.map((value, t) => value + seasonal[t]));
  const share = variance(left) / (1 - 1 / seasons) / variance(both);
  return {
    name,
    seasonal,
    adjusted: series.map((value, t) => value - seasonal[t]),
    // A constant has neither season nor remainder.
    strength: Number.isFinite(share) ? Math.max(0, 1 - share) : 0,
    spread: Math.sqrt((seasons + 1) / (seasons - 1)),
    coming: (i) =>
      parts.reduce((sum, { season, part }) => sum + part[series.length - season + (i % season)], 0),
  };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
