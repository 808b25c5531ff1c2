import {
  symmetricPercentageError,
  forecastPairs,
  meanAbsolutePercentageError,
  relativeBias,
  rootMeanSquaredError,
  weightedAbsolutePercentageError,
  type ForecastPairs,
} from "../../accuracy";
import { PlanningError } from "../../errors";
import type { Series } from "../../demand";
import { originsOf } from "../rolling-origin";

/** Losses by which regular demand may be judged; all of them shares of demand. */
export const autoMetrics = ["WAPE", "MAPE", "SMAPE", "RMSE"] as const;
export type AutoMetric = (typeof autoMetrics)[number];

/** One in the running: what it forecast from earlier origins, against what came. */
export interface Contestant {
  /** Id of a forecasting method. */
  readonly model: string;
  /** Of the backtest, by the metric; null where there was no backtest, or where the metric has no value. */
  readonly error: number | null;
  /** Sum of errors over sum of demand: above 0 too much was forecast. */
  readonly bias: number | null;
  /** Share in the forecast that is given. */
  readonly weight: number;
  /** Why it was taken, or not. */
  readonly remark: string;
}

/** Origins at which contestants meet. */
export interface Meeting {
  /** Lengths of history, the earliest first. */
  readonly origins: readonly number[];
  /** Periods forecast from each. */
  readonly ahead: number;
  /** Whether no period is forecast from two origins and there are three: enough to change the choice. */
  readonly conclusive: boolean;
}

const origins = 3;

/** Three origins a horizon apart where history allows, closer or fewer where it does not; none where even one would leave too little. */
export function meetingOf(periods: number, horizon: number, fewest: number): Meeting {
  const ahead = Math.max(1, Math.min(horizon, periods - fewest));
  const room = Math.floor((periods - fewest - ahead) / (origins - 1));
  const step = Math.max(1, Math.min(ahead, room));
  const found = originsOf(periods, { horizon: ahead, origins, fewest, step });
  return { origins: found, ahead, conclusive: found.length === origins && step === horizon };
}

/** Forecasts from every origin in one row, beside what came. */
export function pairsOf(
  series: Series,
  { origins: lengths, ahead }: Meeting,
  forecasts: readonly (readonly number[])[],
): ForecastPairs | null {
  try {
    return forecastPairs(
      lengths.flatMap((used) => series.slice(used, used + ahead)),
      forecasts.flat(),
    );
  } catch (error) {
    if (error instanceof PlanningError) return null;
    throw error;
  }
}

export function lossOf(pairs: ForecastPairs | null, metric: AutoMetric): number | null {
  return pairs === null ? null : valueOf(() => losses[metric](pairs));
}

export function biasOf(pairs: ForecastPairs | null): number | null {
  return pairs === null ? null : valueOf(() => relativeBias(pairs));
}

const losses: Readonly<Record<AutoMetric, (pairs: ForecastPairs) => number>> = {
  WAPE: weightedAbsolutePercentageError,
  MAPE: meanAbsolutePercentageError,
  SMAPE: symmetricPercentageError,
  RMSE: (pairs) =>
    rootMeanSquaredError(pairs) /
    (pairs.actual.reduce((sum, value) => sum + Math.abs(value), 0) / pairs.actual.length),
};

/** Null where the measure has a denominator of 0. */
function valueOf(compute: () => number): number | null {
  try {
    const value = compute();
    return Number.isFinite(value) ? value : null;
  } catch (error) {
    if (error instanceof PlanningError) return null;
    throw error;
  }
}
