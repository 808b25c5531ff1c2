import {
  autoForecast,
  forecastMethods,
  limited,
  limitsOf,
  usualCap,
  type ForecastMethod,
} from "../../engine/forecast";
import { intervalLevel } from "./forecast-options";

/** A method that was in the running, the chosen one first. */
export interface RankedModel {
  readonly model: string;
  /** Of the backtest that chose, as a share of demand; null where it could not take part. */
  readonly error: number | null;
  /** Share in the forecast, 0-1. */
  readonly weight: number;
  /** Why it was taken, or not. */
  readonly note: string;
}

export interface SeriesForecast {
  readonly model: string;
  /** The model in words. */
  readonly label: string;
  /** What the history allows, then why this model: a sentence each. */
  readonly why: readonly string[];
  readonly ranked: readonly RankedModel[];
  /** One-step forecasts of the history; NaN where there is none yet. */
  readonly fitted: readonly number[];
  readonly forecast: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * The forecast of one series by the method of FORECAST.AUTO. This file alone knows what the engine forecasts with.
 * @throws PlanningError where the series cannot be forecast
 */
export function forecastSeries(series: readonly number[], season: number, horizon: number): SeriesForecast {
  const auto = autoForecast({ series, season }, { horizon });
  const { low, high } = auto.interval(intervalLevel);
  return {
    model: auto.model,
    label: methodCalled(auto.model)?.label ?? auto.form,
    why: auto.why,
    ranked: auto.contestants.map(({ model, error, weight, remark }) => ({
      model,
      error,
      weight,
      note: remark,
    })),
    fitted: auto.fitted,
    forecast: auto.forecast,
    low,
    high,
  };
}

/** Point forecasts of a history that grows, a number of buckets ahead. */
export type Forecaster = (known: readonly number[], ahead: number) => readonly number[];

/**
 * The method that would have been chosen with this history, for backtests from it on: fitted anew to each longer history, but not
 * chosen anew, which would take many times as long and hardly change the errors.
 * @throws PlanningError where the series cannot be forecast
 */
export function forecasterFor(history: readonly number[], season: number, horizon: number): Forecaster {
  const { model } = autoForecast({ series: history, season }, { horizon });
  const method = methodCalled(model);
  return (series, ahead) => {
    const task = { series, season };
    if (method === undefined || method.refusal(task) !== null) {
      return autoForecast(task, { horizon: ahead }).forecast;
    }
    const point = method.fit(task).forecast(ahead);
    return limited(limitsOf(series, usualCap), point, { low: point, high: point }).point;
  };
}

/** Rules for histories without a model, such as MEAN, are no methods. */
function methodCalled(model: string): ForecastMethod | undefined {
  return forecastMethods.find(({ id }) => id === model);
}
