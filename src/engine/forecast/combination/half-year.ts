import { yearOfDays } from "../decomposition";
import type { FittedForecast, ForecastTask } from "../method";

/**
 * Days with a yearly pattern beside the week: half of the pattern is taken out before `fit` and put back after it, which stands for the mean of
 * forecasts with and without the year. Two years seldom tell more.
 */
export function withHalfTheYear(
  task: ForecastTask,
  fit: (task: ForecastTask) => FittedForecast,
): FittedForecast {
  const { seasonal, coming } = yearOfDays(task.series);
  const half = seasonal.map((units) => units / 2);
  const inner = fit({ ...task, series: task.series.map((units, t) => units - half[t]) });
  const ahead = (values: readonly number[]) => values.map((value, i) => value + coming(i) / 2);
  return {
    ...inner,
    form: `${inner.form}, half the year put back`,
    fitted: inner.fitted.map((value, t) => value + half[t]),
    forecast: (horizon) => ahead(inner.forecast(horizon)),
    interval: (horizon, level) => {
      const { low, high } = inner.interval(horizon, level);
      return { low: ahead(low), high: ahead(high) };
    },
  };
}
