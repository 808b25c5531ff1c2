import type { TrendLines } from "./trend-lines";
import { type ThetaParameters, type ThetaType, isDynamic } from "./type";

/** What a line adds to the level at period t (0-based): (1 - alpha)^t of its value at the first period, and the slopes since. */
export function lineTerm(alpha: number, decayed: number, atFirst: number, slope: number): number {
  return decayed * atFirst + ((1 - decayed) / alpha) * slope;
}

/** Periods at the start whose errors do not count: a line through what has been seen needs two observations. */
export function opening(y: Float64Array, type: ThetaType): number {
  if (!isDynamic(type)) return 0;
  let seen = 0;
  for (let t = 0; t < y.length; t++) {
    if (!Number.isNaN(y[t]) && ++seen === 2) return t + 1;
  }
  return y.length;
}

export interface ThetaRun {
  /** One-step forecasts. */
  readonly expected: Float64Array;
  /** Level after the last period. */
  readonly level: number;
  /** Over the errors that count. */
  readonly sumOfSquares: number;
}

/**
 * One-step forecasts mu = level + lineWeight x line term, level moved by alpha x error (Fiorucci et al. 2016).
 * A missing observation counts as it was forecast.
 */
export function runTheta(
  y: Float64Array,
  lines: TrendLines,
  from: number,
  { alpha, level: start, lineWeight }: ThetaParameters,
): ThetaRun {
  const expected = new Float64Array(y.length);
  let level = start;
  let decayed = 1;
  let sumOfSquares = 0;
  for (let t = 0; t < y.length; t++) {
    const mu = level + lineWeight * lineTerm(alpha, decayed, lines.atFirst[t], lines.slope[t]);
    expected[t] = mu;
    if (t >= from && !Number.isNaN(y[t])) sumOfSquares += (y[t] - mu) ** 2;
    level += alpha * ((Number.isNaN(y[t]) ? mu : y[t]) - level);
    decayed *= 1 - alpha;
  }
  return { expected, level, sumOfSquares };
}
