import { PlanningError } from "../errors";
import type { Series } from "../demand";

/** Errors are forecast - actual: positive means too much was forecast. A pair with a missing value is left out. */
export interface ForecastPairs {
  readonly actual: readonly number[];
  readonly forecast: readonly number[];
  /** One weight a pair. */
  readonly weights: readonly number[];
}

/** @throws PlanningError where lengths differ or no pair is complete */
export function forecastPairs(actual: Series, forecast: Series, weights?: Series): ForecastPairs {
  sameLength("forecast", forecast, actual);
  if (weights !== undefined) sameLength("weights", weights, actual);
  const complete = actual
    .map((_, t) => t)
    .filter((t) => ![actual[t], forecast[t], weights?.[t] ?? 1].some((value) => Number.isNaN(value)));
  if (complete.length === 0) {
    throw new PlanningError(
      "insufficient-data",
      "actual",
      "actual and forecast must share at least one period, got none",
    );
  }
  return {
    actual: complete.map((t) => actual[t]),
    forecast: complete.map((t) => forecast[t]),
    weights: complete.map((t) => weights?.[t] ?? 1),
  };
}

function sameLength(name: string, series: Series, actual: Series): void {
  if (series.length !== actual.length) {
    const message = `${name} must have as many periods as actual (${actual.length}), got ${series.length}`;
    throw new PlanningError("invalid-input", name, message);
  }
}

export const zeroDenominator = (what: string, argument = "actual") =>
  new PlanningError("zero-denominator", argument, `${what} must not be 0`);

/**
 * Mean absolute percentage error over the periods with demand, as a fraction.
 * Source: Hyndman and Koehler (2006), section 2.2; it is undefined where actual is 0, so those periods are left out.
 */
export function meanAbsolutePercentageError({ actual, forecast }: ForecastPairs): number {
  const ratios = actual.flatMap((a, t) => (a === 0 ? [] : [Math.abs(forecast[t] - a) / Math.abs(a)]));
  if (ratios.length === 0) throw zeroDenominator("every actual");
  return sum(ratios) / ratios.length;
}

/** Weighted absolute percentage error: sum of absolute errors over sum of actuals, as a fraction. Source: ASCM Dictionary, "WAPE". */
export function weightedAbsolutePercentageError({ actual, forecast, weights }: ForecastPairs): number {
  const total = sum(actual.map((a, t) => weights[t] * a));
  if (total === 0) throw zeroDenominator("the sum of actual");
  return sum(actual.map((a, t) => weights[t] * Math.abs(forecast[t] - a))) / total;
}

/** Bias as a fraction of demand: sum of errors over sum of actuals. */
export function relativeBias({ actual, forecast }: ForecastPairs): number {
  const total = sum(actual);
  if (total === 0) throw zeroDenominator("the sum of actual");
  return sum(actual.map((a, t) => forecast[t] - a)) / total;
}

/** Bias in units per period: the mean error. */
export function meanError({ actual, forecast }: ForecastPairs): number {
  return sum(actual.map((a, t) => forecast[t] - a)) / actual.length;
}

/**
 * Tracking signal: sum of errors over mean absolute deviation; beyond 4 either way the forecast is biased.
 * Source: Silver, Pyke and Thomas (2017), section 3.7.1 (there with the error as actual - forecast).
 */
export function trackingSignal({ actual, forecast }: ForecastPairs): number {
  const errors = actual.map((a, t) => forecast[t] - a);
  const deviation = sum(errors.map(Math.abs)) / errors.length;
  if (deviation === 0) throw zeroDenominator("the mean absolute deviation");
  return sum(errors) / deviation;
}

/** Mean absolute error, in units per period. */
export function meanAbsoluteError({ actual, forecast }: ForecastPairs): number {
  return sum(actual.map((a, t) => Math.abs(forecast[t] - a))) / actual.length;
}

/** Root mean squared error, in units per period. */
export function rootMeanSquaredError({ actual, forecast }: ForecastPairs): number {
  return Math.sqrt(sum(actual.map((a, t) => (forecast[t] - a) ** 2)) / actual.length);
}

/**
 * Symmetric mean absolute percentage error 2 |e| / (|actual| + |forecast|), as a fraction from 0 to 2.
 * Source: Hyndman and Koehler (2006), section 2.2, in the form of the M4 competition. Nothing forecast and nothing sold is no error.
 */
export function symmetricPercentageError({ actual, forecast }: ForecastPairs): number {
  const ratios = actual.map((a, t) => {
    const size = Math.abs(a) + Math.abs(forecast[t]);
    return size === 0 ? 0 : (2 * Math.abs(forecast[t] - a)) / size;
  });
  return sum(ratios) / ratios.length;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
