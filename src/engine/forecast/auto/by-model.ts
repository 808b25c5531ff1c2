import { PlanningError } from "../../errors";
import { limited, limitsOf, usualCap } from "../limits";
import type { ForecastMethod, ForecastTask, Interval } from "../method";
import { forecastMethods, type ForecastMethodId } from "../methods";
import { type AutoChoice, autoForecast } from "./auto-forecast";

/** What a planner may name: the choice of the history, or any method of the list. */
export const forecastModels = ["AUTO", ...forecastMethods.map(({ id }) => id)] as readonly (
  "AUTO" | ForecastMethodId
)[];
export type ForecastModel = (typeof forecastModels)[number];

export interface ModelForecast {
  readonly model: string;
  readonly form: string;
  /** Units per period, within the limits. */
  readonly forecast: readonly number[];
  readonly interval: (level: number) => Interval;
}

/**
 * The forecast of a named method, within the same limits as that of AUTO. A named method takes the history as it is.
 * @throws PlanningError with the method's reason where it cannot serve the series
 */
export function forecastBy(model: ForecastModel, task: ForecastTask, choice: AutoChoice): ModelForecast {
  if (model === "AUTO") return autoForecast(task, choice);
  const { horizon, cap = usualCap } = choice;
  const method = methodOf(model);
  const reason = method.refusal(task);
  if (reason !== null) throw new PlanningError("insufficient-data", "demand", reason);
  const fit = method.fit(task);
  const limits = limitsOf(task.series, cap);
  const point = fit.forecast(horizon);
  return {
    model,
    form: fit.form,
    forecast: limited(limits, point, { low: point, high: point }).point,
    interval: (level) => {
      const { low, high } = limited(limits, point, fit.interval(horizon, level));
      return { low, high };
    },
  };
}

function methodOf(model: ForecastMethodId): ForecastMethod {
  return forecastMethods.find(({ id }) => id === model) as ForecastMethod;
}
