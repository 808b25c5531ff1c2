import { normalQuantile } from "../math/normal";

export interface LastTimeBuy {
  /** Mean demand of the first period, units. */
  readonly mean: number;
  /** Its standard deviation, units. */
  readonly sd: number;
  /** Periods to cover, whole. */
  readonly periods: number;
  /** Share by which demand falls from one period to the next, 0 to below 1. */
  readonly decay: number;
  /** Units in stock already. */
  readonly onHand: number;
}

export interface RemainingDemand {
  readonly mean: number;
  readonly sd: number;
}

/** Demand until the end of service, independent from period to period; mean and standard deviation fall together. */
export function remainingDemand({ mean, sd, periods, decay }: LastTimeBuy): RemainingDemand {
  let share = 1;
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < periods; t++) {
    sum += share;
    squares += share * share;
    share *= 1 - decay;
  }
  return { mean: mean * sum, sd: sd * Math.sqrt(squares) };
}

/**
 * Final order for all remaining demand: its normal quantile less what is in stock, never below 0.
 * Source: Teunter and Fortuin (1999), End-of-life service; the newsvendor over the remaining life.
 */
export function lastTimeBuy(item: LastTimeBuy, cycleServiceLevel: number): number {
  const { mean, sd } = remainingDemand(item);
  return Math.max(0, mean + normalQuantile(cycleServiceLevel) * sd - item.onHand);
}
