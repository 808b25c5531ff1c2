import { longestSeason } from "../ets";
import type { ForecastTask, Interval } from "../method";
import { originsOf } from "../rolling-origin";
import { fitMembers, type MemberFit } from "./members";

/** What the members said at an earlier time, and what came. */
export interface PastForecast {
  /** Periods of history that they saw. */
  readonly used: number;
  readonly fits: readonly MemberFit[];
  /** As many periods as asked; NaN where one is missing. */
  readonly actual: readonly number[];
}

/** Level at which past intervals are compared with what came. */
export const comparedLevel = 0.95;
const mostOrigins = 3;
/** Fewer periods than this say too little about errors, even where fewer are asked for. */
const fewestPeriods = 6;

/** Forecasts of the members from up to three earlier origins, one horizon apart; none where two seasons would not precede them. */
export function pastForecasts(task: ForecastTask, horizon: number): PastForecast[] {
  const { series, season } = task;
  const ahead = Math.max(horizon, fewestPeriods);
  const seasons = season <= longestSeason ? 2 * season + 1 : 0;
  const choice = { horizon: ahead, origins: mostOrigins, step: ahead, fewest: Math.max(8, seasons) };
  return originsOf(series.length, choice)
    .map((used) => ({
      used,
      fits: fitMembers({ ...task, series: series.slice(0, used) }),
      actual: series.slice(used, used + ahead),
    }))
    .filter(({ fits }) => fits.length > 0);
}

/** Errors of a forecast in standard deviations of its own interval, the part above the forecast and that below apart. */
export function standardisedErrors(
  actual: readonly number[],
  point: readonly number[],
  { low, high }: Interval,
  deviations: number,
): number[] {
  return actual.flatMap((value, i) => {
    const error = value - point[i];
    const deviation = (error > 0 ? high[i] - point[i] : point[i] - low[i]) / deviations;
    return Number.isNaN(error) || !(deviation > 0) ? [] : [error / deviation];
  });
}
