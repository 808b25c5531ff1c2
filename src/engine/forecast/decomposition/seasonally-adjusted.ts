import { PlanningError } from "../../errors";
import { type Citation, cite } from "../../sources";
import { type FittedForecast, type ForecastMethod, type ForecastTask, defineForecastMethod } from "../method";
import { type LongSeason, longSeasonRefusal, takeOutLongSeason } from "./long-season";

export const stlSource: readonly Citation[] = [
  cite("cleveland-cleveland-mcrae-terpenning-1990", "section 3"),
  cite("hyndman-athanasopoulos-2021", "section 5.7"),
];

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
    fit: (task) => fitAdjusted(task, checkedLongSeason(task), base),
  });
}

/** @throws PlanningError with the reason of `longSeasonRefusal` */
export function checkedLongSeason(task: ForecastTask): LongSeason {
  const refusal = longSeasonRefusal(task);
  if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
  return takeOutLongSeason(task.series, task.season);
}

export function fitAdjusted(task: ForecastTask, season: LongSeason, base: ForecastMethod): FittedForecast {
  const { name, seasonal, adjusted, strength, spread, coming } = season;
  const inner = base.fit({ ...task, season: 1, series: adjusted });
  const forecast = (horizon: number) => inner.forecast(horizon).map((value, i) => value + coming(i));
  return {
    form: `${name} + ${inner.form}`,
    fitted: inner.fitted.map((value, t) => value + seasonal[t]),
    forecast,
    interval: (horizon, level) => {
      const middle = inner.forecast(horizon);
      const { low, high } = inner.interval(horizon, level);
      const away = (limit: readonly number[]) =>
        limit.map((value, i) => middle[i] + spread * (value - middle[i]) + coming(i));
      return { low: away(low), high: away(high) };
    },
    details: { "seasonal strength": strength, ...inner.details },
  };
}
