import type { Series } from "../../demand";
import { insufficientData, invalidInput } from "../../errors";

/** Weights of a method: alpha of sizes, beta of intervals or of the probability. */
export interface Weights {
  readonly alpha: number;
  readonly beta: number;
}

/** What a method makes of a history. */
export interface Smoothed {
  /** Forecast of every coming period, units per period: intermittent demand has no trend and no season here. */
  readonly rate: number;
  /** One-step forecasts over the periods observed; NaN before the first. */
  readonly fitted: Float64Array;
  /** Numbers worth showing. */
  readonly states: Readonly<Record<string, number>>;
}

/**
 * Demand of the periods observed, in order. A missing period is passed over: it moves no state and no interval counts it.
 * @throws PlanningError where demand is negative (returns) or there is none at all
 */
export function observedDemand(series: Series): Float64Array {
  const reason = demandRefusal(series);
  if (reason !== null) throw reason;
  return Float64Array.from(series.filter((value) => !Number.isNaN(value)));
}

/** Why no method for intermittent demand can serve the series; null where they can. */
export function demandRefusal(series: Series) {
  const negative = series.findIndex((value) => value < 0);
  if (negative >= 0) {
    const rule = `must be at least 0 for intermittent methods (at position ${negative + 1}; take returns out)`;
    return invalidInput("demand", rule, series[negative]);
  }
  if (series.every((value) => Number.isNaN(value)))
    return insufficientData("demand", "must hold numbers", null);
  return null;
}

/** Puts one-step forecasts of the observed periods back in their places; a missing period has none. */
export function atPositions(series: Series, fitted: Float64Array): number[] {
  let i = 0;
  return series.map((value) => (Number.isNaN(value) ? NaN : fitted[i++]));
}

/** Mean interval between demands in periods, the first counted from the start: place of the last demand over their number; 1 without demand. */
export function meanInterval(demand: Float64Array): number {
  let count = 0;
  let last = 0;
  demand.forEach((value, t) => {
    if (value > 0) {
      count++;
      last = t + 1;
    }
  });
  return count === 0 ? 1 : last / count;
}

/** Sizes of demand, zeros left out, in order. */
export function demandSizes(demand: Float64Array): Float64Array {
  return demand.filter((value) => value > 0);
}
