import type { Series } from "../demand";
import type { Citation } from "../sources";

/** What a method is asked to fit. Blanks inside the series are NaN. */
export interface ForecastTask {
  readonly series: Series;
  /** Periods in a season, from the calendar (12, 4, 52, 7); 1 for none. */
  readonly season: number;
  /** Where a method simulates: the same seed gives the same numbers. */
  readonly seed?: number;
}

export interface Interval {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A method fitted to one series. Nothing here is rounded or floored at zero: whoever combines the forecasts does that once. */
export interface FittedForecast {
  /** The form chosen, as shown to the user: "ETS(M,Ad,M)", "DOTM". */
  readonly form: string;
  /** One-step forecasts over the history; NaN where the method has none yet. */
  readonly fitted: readonly number[];
  /** Point forecasts, units per period. */
  readonly forecast: (horizon: number) => number[];
  /** Prediction interval that holds `level` (0-1) of the outcomes, per period. */
  readonly interval: (horizon: number, level: number) => Interval;
  /** Numbers worth showing: weights, starting states, likelihood, information criterion. */
  readonly details: Readonly<Record<string, number | string>>;
}

/** One forecasting method: choices in cells, the selection contest and the reference derive from the list of these. */
export interface ForecastMethod {
  /** As typed in a cell: "ETS". */
  readonly id: string;
  readonly label: string;
  readonly source: readonly Citation[];
  /** Why this method cannot serve the series, in planners' words; null where it can. */
  readonly refusal: (task: ForecastTask) => string | null;
  /** @throws PlanningError where `refusal` would have given a reason */
  readonly fit: (task: ForecastTask) => FittedForecast;
}

export function defineForecastMethod<const M extends ForecastMethod>(method: M): M {
  return method;
}
