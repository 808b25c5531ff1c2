import { PlanningError } from "../../errors";
import { type Series, observed } from "../../demand";
import { type Citation, cite } from "../../sources";
import { longestSeason } from "../ets";
import {
  type FittedForecast,
  type ForecastMethod,
  type ForecastTask,
  type Interval,
  defineForecastMethod,
} from "../method";
import { stl } from "./stl";

const stlSource: readonly Citation[] = [
  cite("cleveland-cleveland-mcrae-terpenning-1990", "section 3"),
  cite("hyndman-athanasopoulos-2021", "section 5.7"),
];

/**
 * Seasons that the pattern's smoother weighs: the pattern hardly moves in ten years, and forgets in decades. On weekly series 21 to 35 and
 * one pattern for ever were measured alike, 7 to 13 worse (test/bench/weekly.ts).
 */
const seasonalWindow = 35;

/**
 * A method for long seasons, such as 52 weeks: stl takes the season out, `base` forecasts what is left, and the season as it was last is
 * put back.
 */
export function seasonallyAdjusted<const Id extends string>(id: Id, label: string, base: ForecastMethod) {
  return defineForecastMethod({
    id,
    label,
    source: [...stlSource, ...base.source],
    refusal: (task) => longSeasonRefusal(task) ?? base.refusal({ ...task, season: 1 }),
    fit: (task) => {
      const refusal = longSeasonRefusal(task);
      if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
      return fitAdjusted(task, base);
    },
  });
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

function fitAdjusted(task: ForecastTask, base: ForecastMethod): FittedForecast {
  const { series, season } = task;
  const { seasonal } = stl(series, { season, seasonalWindow });
  const inner = base.fit({ ...task, season: 1, series: series.map((value, t) => value - seasonal[t]) });
  const coming = (i: number) => seasonal[series.length - season + (i % season)];
  const spread = patternSpread(series, season);
  return {
    form: `STL(${season}) + ${inner.form}`,
    fitted: inner.fitted.map((value, t) => value + seasonal[t]),
    forecast: (horizon) => inner.forecast(horizon).map((value, i) => value + coming(i)),
    interval: (horizon, level) => widened(inner, horizon, level, spread, coming),
    details: {
      "seasonal swing": Math.max(...seasonal) - Math.min(...seasonal),
      ...inner.details,
    },
  };
}

/**
 * How much wider an interval is for a pattern estimated from few seasons: a pattern of k seasons takes 1 / k of the remainder's variance with
 * it and errs by another 1 / k, so that the variance of the coming is (1 + 1/k) / (1 - 1/k) of what is seen.
 */
function patternSpread(series: Series, season: number): number {
  const seasons = observed(series).length / season;
  return Math.sqrt((seasons + 1) / (seasons - 1));
}

function widened(
  inner: FittedForecast,
  horizon: number,
  level: number,
  spread: number,
  coming: (i: number) => number,
): Interval {
  const middle = inner.forecast(horizon);
  const { low, high } = inner.interval(horizon, level);
  const away = (limit: readonly number[]) =>
    limit.map((value, i) => middle[i] + spread * (value - middle[i]) + coming(i));
  return { low: away(low), high: away(high) };
}
