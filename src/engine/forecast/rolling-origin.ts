import type { Series } from "../demand";

/** One origin of a backtest: what was forecast from the periods before it, and what came. */
export interface OriginResult {
  /** Periods of history that were used: the forecast begins with the next one. */
  readonly used: number;
  readonly forecast: readonly number[];
  /** NaN where the period is missing. */
  readonly actual: readonly number[];
}

export interface OriginChoice {
  readonly horizon: number;
  /** At most so many. */
  readonly origins: number;
  /** Fewest periods of history at the first origin. */
  readonly fewest: number;
  /** Periods between two origins. */
  readonly step?: number;
}

/** Lengths of history to forecast from, the earliest first: the last horizon ends with the series. Empty where it is too short. */
export function originsOf(length: number, { horizon, origins, fewest, step = 1 }: OriginChoice): number[] {
  const all = Array.from({ length: origins }, (_, i) => length - horizon - (origins - 1 - i) * step);
  return all.filter((used) => used >= fewest);
}

/**
 * Forecasts from an expanding window: at each origin `forecast` sees the periods before it and nothing else.
 * Source: Tashman (2000), section 3.
 */
export function rollingOrigin(
  series: Series,
  choice: OriginChoice,
  forecast: (history: Series, horizon: number) => readonly number[],
): OriginResult[] {
  return originsOf(series.length, choice).map((used) => ({
    used,
    forecast: forecast(series.slice(0, used), choice.horizon),
    actual: series.slice(used, used + choice.horizon),
  }));
}
