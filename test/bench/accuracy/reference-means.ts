import { PlanningError } from "../../../src/engine/errors";
import { forecastMethods, type FittedForecast, type ForecastTask } from "../../../src/engine/forecast";

/** Plain means of methods, points and end points alike, that others have measured: what the combination has to be better than. */
export const referenceMeans: Readonly<Record<string, readonly string[]>> = {
  /** The best of the simple means on monthly and quarterly series. */
  "MEAN-4": ["ETS", "STM", "DOTM", "CES"],
  /** On weekly series: with the year taken out by STL where there are two, and without it. */
  "MEAN-STL": ["ETS", "STL-ETS"],
};

/** The mean of those members that do not refuse; refused where all do. */
export function fitMean(
  members: readonly string[],
  task: ForecastTask,
): Pick<FittedForecast, "forecast" | "interval"> {
  const fits = forecastMethods
    .filter(({ id, refusal }) => members.includes(id) && refusal(task) === null)
    .map((method) => method.fit(task));
  if (fits.length === 0) throw new PlanningError("insufficient-data", "demand", "every member refuses");
  const mean = (lists: readonly (readonly number[])[]) =>
    lists[0].map((_, t) => lists.reduce((sum, list) => sum + list[t], 0) / lists.length);
  return {
    forecast: (horizon) => mean(fits.map((fit) => fit.forecast(horizon))),
    interval: (horizon, level) => {
      const ends = fits.map((fit) => fit.interval(horizon, level));
      return { low: mean(ends.map(({ low }) => low)), high: mean(ends.map(({ high }) => high)) };
    },
  };
}
