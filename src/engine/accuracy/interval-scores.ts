import { PlanningError, invalidInput } from "../errors";
import type { Series } from "../demand";
import { naiveAbsoluteError } from "./scaled-errors";

/** Interval forecasts beside what came: one entry a period. */
export interface IntervalForecasts {
  readonly actual: Series;
  readonly low: Series;
  readonly high: Series;
}

/**
 * Mean pinball loss of forecasts of one quantile: p (y - q) where demand came out above, (1 - p) (q - y) below. The true quantile
 * has the smallest expected loss; with p the critical ratio it is the newsvendor's cost in units of underage plus overage.
 * Source: Koenker and Bassett (1978), section 3.
 */
export function pinballLoss(actual: Series, quantile: Series, probability: number): number {
  checkProbability("probability", probability);
  const complete = completePeriods({ actual, quantile });
  const losses = complete.map((t) => {
    const above = actual[t] - quantile[t];
    return above >= 0 ? probability * above : (probability - 1) * above;
  });
  return mean(losses);
}

/** Share of periods whose demand lay within the interval, ends included. */
export function intervalCoverage({ actual, low, high }: IntervalForecasts): number {
  const complete = completePeriods({ actual, low, high });
  return mean(complete.map((t) => (actual[t] >= low[t] && actual[t] <= high[t] ? 1 : 0)));
}

/**
 * Mean scaled interval score: width plus 2/alpha for every unit by which demand lay outside, scaled as MASE.
 * Source: Gneiting and Raftery (2007), equation 43; scale and mean as in the M4 competition.
 * @param level of the intervals, e.g. 0.95; alpha = 1 - level
 */
export function meanScaledIntervalScore(
  { actual, low, high }: IntervalForecasts,
  level: number,
  history: Series,
  season: number,
): number {
  checkProbability("level", level);
  const penalty = 2 / (1 - level);
  const complete = completePeriods({ actual, low, high });
  const scores = complete.map((t) => {
    const outside = Math.max(low[t] - actual[t], actual[t] - high[t], 0);
    return high[t] - low[t] + penalty * outside;
  });
  return mean(scores) / naiveAbsoluteError(history, season);
}

function checkProbability(name: string, value: number): void {
  if (!(value > 0 && value < 1)) throw invalidInput(name, "must be between 0 and 1", value);
}

/** Periods in which every series has a value. */
export function completePeriods(series: Readonly<Record<string, Series>>): number[] {
  const [[firstName, first], ...others] = Object.entries(series);
  for (const [name, other] of others) {
    if (other.length !== first.length) {
      const message = `${name} must have as many periods as ${firstName} (${first.length}), got ${other.length}`;
      throw new PlanningError("invalid-input", name, message);
    }
  }
  const all = Object.values(series);
  const complete = first.map((_, t) => t).filter((t) => all.every((values) => !Number.isNaN(values[t])));
  if (complete.length === 0) {
    const message = `${Object.keys(series).join(", ")} must share at least one period, got none`;
    throw new PlanningError("insufficient-data", firstName, message);
  }
  return complete;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
