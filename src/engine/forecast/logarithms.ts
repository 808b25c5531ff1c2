import { PlanningError } from "../errors";
import { defineForecastMethod, type FittedForecast, type ForecastMethod, type ForecastTask } from "./method";

/**
 * A method on the logarithms of demand: trends become rates of growth, seasons factors, and spread grows with the level. What it forecasts
 * is the median of the future, a little below its mean.
 */
export function onLogarithms<const Id extends string>(id: Id, label: string, base: ForecastMethod) {
  const refusal = (task: ForecastTask): string | null => {
    const low = task.series.findIndex((value) => value <= 0);
    if (low >= 0)
      return `demand must be above 0 for logarithms, got ${task.series[low]} at position ${low + 1}`;
    return base.refusal(task);
  };
  return defineForecastMethod({
    id,
    label,
    source: base.source,
    refusal,
    fit: (task) => {
      const reason = refusal(task);
      if (reason !== null) throw new PlanningError("insufficient-data", "demand", reason);
      return fitLogarithms(task, base);
    },
  });
}

/** Around their mean, so that the unit of the series makes no difference. */
function fitLogarithms(task: ForecastTask, base: ForecastMethod): FittedForecast {
  const logarithms = task.series.map(Math.log);
  const there = logarithms.filter((value) => !Number.isNaN(value));
  const centre = there.reduce((sum, value) => sum + value, 0) / there.length;
  const inner = base.fit({ ...task, series: logarithms.map((value) => value - centre) });
  const back = (values: readonly number[]) => values.map((value) => Math.exp(value + centre));
  return {
    form: `${inner.form} of logarithms`,
    fitted: back(inner.fitted),
    forecast: (horizon) => back(inner.forecast(horizon)),
    interval: (horizon, level) => {
      const { low, high } = inner.interval(horizon, level);
      return { low: back(low), high: back(high) };
    },
    details: inner.details,
  };
}
