import {
  forecastDrift,
  forecastPairs,
  relativeBias,
  weightedAbsolutePercentageError,
  type DriftFigures,
} from "../../engine/accuracy";
import { PlanningError } from "../../engine/errors";
import { usualOrigins, type BacktestPair } from "./backtest";

/** Errors of forecasts made a number of buckets ahead. */
export interface HorizonAccuracy {
  readonly ahead: number;
  /** Forecasts compared. */
  readonly count: number;
  /** Sum of absolute errors over demand, a fraction; null where there was no demand. */
  readonly wape: number | null;
  /** Sum of forecast - actual over demand. */
  readonly bias: number | null;
}

/** Tracking signal beyond which a forecast counts as biased. */
export const driftLimit = 4;

export function accuracyByHorizon(pairs: readonly BacktestPair[]): HorizonAccuracy[] {
  const longest = pairs.reduce((most, { ahead }) => Math.max(most, ahead), 0);
  return Array.from({ length: longest }, (_, i) => {
    const there = pairs.filter(({ ahead }) => ahead === i + 1);
    return { ahead: i + 1, count: there.length, ...errorsOf(there) };
  }).filter(({ count }) => count > 0);
}

export function errorsOf(pairs: readonly BacktestPair[]): Pick<HorizonAccuracy, "wape" | "bias"> {
  if (pairs.length === 0) return { wape: null, bias: null };
  const compared = comparable(pairs);
  return {
    wape: orNull(() => weightedAbsolutePercentageError(compared)),
    bias: orNull(() => relativeBias(compared)),
  };
}

/** Has the forecast one bucket ahead drifted? Null with fewer forecasts than the window. */
export function driftOf(pairs: readonly BacktestPair[]): DriftFigures | null {
  const next = pairs.filter(({ ahead }) => ahead === 1);
  return next.length < usualOrigins ? null : forecastDrift(comparable(next), usualOrigins, driftLimit);
}

function comparable(pairs: readonly BacktestPair[]) {
  return forecastPairs(
    pairs.map(({ actual }) => actual),
    pairs.map(({ forecast }) => forecast),
  );
}

/** A ratio without a denominator is no number. */
function orNull(measure: () => number): number | null {
  try {
    return measure();
  } catch (thrown) {
    if (thrown instanceof PlanningError && thrown.kind === "zero-denominator") return null;
    throw thrown;
  }
}
