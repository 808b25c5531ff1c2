import { PlanningError } from "../../engine/errors";
import { ets } from "../../engine/forecast";
import { intervalLevel } from "./forecast-options";

/** A method that was in the running, the best first. */
export interface RankedModel {
  readonly model: string;
  /** Of the backtest that chose; null where it could not take part. */
  readonly error: number | null;
  readonly note: string;
}

export interface SeriesForecast {
  readonly model: string;
  /** Why this model, a sentence each. */
  readonly why: readonly string[];
  readonly ranked: readonly RankedModel[];
  /** One-step forecasts of the history; NaN where there is none yet. */
  readonly fitted: readonly number[];
  readonly forecast: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * The forecast of one series. The only place here that knows which method the engine forecasts with.
 * @throws PlanningError where the series cannot be forecast
 */
export function forecastSeries(series: readonly number[], season: number, horizon: number): SeriesForecast {
  const fit = fitted(series, season);
  const floor = floorOf(series);
  const { low, high } = fit.interval(horizon, intervalLevel);
  return {
    model: fit.form,
    why: [ets.label],
    ranked: [],
    fitted: fit.fitted,
    forecast: floor(fit.forecast(horizon)),
    low: floor(low),
    high: floor(high),
  };
}

/** Point forecasts alone, for backtests. */
export function pointForecast(series: readonly number[], season: number, horizon: number): readonly number[] {
  return floorOf(series)(fitted(series, season).forecast(horizon));
}

function fitted(series: readonly number[], season: number) {
  const refusal = ets.refusal({ series, season });
  if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
  return ets.fit({ series, season });
}

/** Demand that was never below zero will not be. */
function floorOf(series: readonly number[]): (values: readonly number[]) => readonly number[] {
  return series.some((value) => value < 0)
    ? (values) => values
    : (values) => values.map((v) => Math.max(0, v));
}
