import {
  forecastDrift,
  forecastPairs,
  meanAbsoluteError,
  relativeBias,
  weightedAbsolutePercentageError,
  type DriftFigures,
} from "../../engine/accuracy";
import { usualOrigins, type BacktestPair } from "./backtest";
import { orUndefined } from "./or-undefined";

/** Errors of forecasts made a number of buckets ahead. */
export interface HorizonAccuracy {
  readonly ahead: number;
  /** Forecasts compared. */
  readonly count: number;
  /** Sum of absolute errors over demand, a fraction; null where there was no demand. */
  readonly wape: number | null;
  /** Sum of forecast - actual over demand. */
  readonly bias: number | null;
  /** Mean absolute error, units a bucket; null where nothing could be compared. */
  readonly unitsOff: number | null;
}

/** The measures of some forecasts, without the distance they looked ahead. */
export type ErrorFigures = Pick<HorizonAccuracy, "wape" | "bias" | "unitsOff">;

/** Tracking signal beyond which a forecast counts as biased. */
export const driftLimit = 4;

export function accuracyByHorizon(pairs: readonly BacktestPair[]): HorizonAccuracy[] {
  const longest = pairs.reduce((most, { ahead }) => Math.max(most, ahead), 0);
  return Array.from({ length: longest }, (_, i) => {
    const there = pairs.filter(({ ahead }) => ahead === i + 1);
    return { ahead: i + 1, count: there.length, ...errorsOf(there) };
  }).filter(({ count }) => count > 0);
}

export function errorsOf(pairs: readonly BacktestPair[]): ErrorFigures {
  if (pairs.length === 0) return { wape: null, bias: null, unitsOff: null };
  const compared = comparable(pairs);
  return {
    wape: orUndefined(() => weightedAbsolutePercentageError(compared)) ?? null,
    bias: orUndefined(() => relativeBias(compared)) ?? null,
    unitsOff: meanAbsoluteError(compared),
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
