import { insufficientData, PlanningError } from "../../errors";
import type { ForecastTask } from "../method";
import { type OriginResult, rollingOrigin } from "../rolling-origin";
import { forecastBy, type ForecastModel } from "./by-model";

/**
 * What a model would have forecast from the last origins, one period apart, each from the periods before it and nothing else. Origins
 * whose history the model refuses are left out.
 */
export function backtestBy(
  model: ForecastModel,
  task: ForecastTask,
  { horizon, origins }: { readonly horizon: number; readonly origins: number },
): OriginResult[] {
  const { series } = task;
  let refusal: PlanningError | null = null;
  const results = rollingOrigin(series, { horizon, origins, fewest: 1 }, (history) => {
    try {
      return forecastBy(model, { ...task, series: history }, { horizon }).forecast;
    } catch (error) {
      if (!(error instanceof PlanningError)) throw error;
      refusal = error;
      return [];
    }
  }).filter(({ forecast }) => forecast.length > 0);
  if (results.length > 0) return results;
  throw refusal ?? insufficientData("demand", `must hold more than h = ${horizon} periods`, series.length);
}
