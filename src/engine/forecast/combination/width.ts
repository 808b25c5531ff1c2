import { normalQuantile } from "../../math/normal";
import { longestSeason } from "../ets";
import type { FittedForecast, ForecastMethod, ForecastTask, Interval } from "../method";
import { rollingOrigin } from "../rolling-origin";

/**
 * By how much intervals are widened before any is tested: they take weights, states and form for certain, and the fewer periods these were
 * taken from, the less they are. This and the numbers below were measured on several sets (docs/accuracy.md).
 */
const usual = (periods: number): number => 0.92 + 5 / periods;
/** Past errors in deviations of their intervals, root of the mean square, where the usual widening is right. */
const usualSpread = 1.05;
/** Origins that the usual widening counts for. */
const usualWeight = 4;
/** An error counts for at most so many deviations: one promotion must not widen every interval. */
const largestError = 3;
const bounds = { least: 0.5, most: 2 } as const;
const mostOrigins = 8;
/** Fewer periods than this say too little about errors, even where fewer are asked for. */
const fewestPeriods = 6;
/** Level at which past intervals are compared with what came. */
const comparedLevel = 0.95;

/**
 * Factor on the width of an interval, from what earlier intervals missed: those of `stand-in`, quicker than the method itself and near
 * to it, forecast from up to eight origins, one horizon apart. Shrunk to the usual factor, since so few origins say little.
 */
export function widening(task: ForecastTask, horizon: number, standIn: ForecastMethod): number {
  const { series, season } = task;
  const ahead = Math.max(horizon, fewestPeriods);
  const fewest = Math.max(8, season <= longestSeason ? 2 * season + 1 : 0);
  const choice = { horizon: ahead, origins: mostOrigins, step: ahead, fewest };
  const errors: number[][] = [];
  rollingOrigin(series, choice, (history) => {
    const known = { ...task, series: history };
    if (standIn.refusal(known) !== null) return [];
    const fit = standIn.fit(known);
    const actual = series.slice(history.length, history.length + ahead);
    errors.push(standardisedErrors(actual, fit.forecast(ahead), fit.interval(ahead, comparedLevel)));
    return [];
  });
  const all = errors.flat();
  if (all.length === 0) return usual(series.length);
  const square = all.reduce((sum, error) => sum + Math.min(error * error, largestError ** 2), 0) / all.length;
  const share = errors.length / (errors.length + usualWeight);
  const spread = Math.sqrt((share * square) / usualSpread ** 2 + 1 - share);
  return usual(series.length) * Math.min(bounds.most, Math.max(bounds.least, spread));
}

/** Errors in standard deviations of their interval, the part above the forecast and that below apart. */
function standardisedErrors(
  actual: readonly number[],
  point: readonly number[],
  { low, high }: Interval,
): number[] {
  const deviations = normalQuantile((1 + comparedLevel) / 2);
  return actual.flatMap((value, i) => {
    const error = value - point[i];
    const deviation = (error > 0 ? high[i] - point[i] : point[i] - low[i]) / deviations;
    return Number.isNaN(error) || !(deviation > 0) ? [] : [error / deviation];
  });
}

/** The forecast with its interval wider, or narrower, by `factor` of the horizon. */
export function withWidth(fit: FittedForecast, factor: (horizon: number) => number): FittedForecast {
  return {
    ...fit,
    interval: (horizon, level): Interval => {
      const point = fit.forecast(horizon);
      const { low, high } = fit.interval(horizon, level);
      const times = factor(horizon);
      const away = (limit: readonly number[]) =>
        limit.map((value, i) => point[i] + times * (value - point[i]));
      return { low: away(low), high: away(high) };
    },
  };
}
