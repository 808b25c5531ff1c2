import { PlanningError } from "../../errors";
import { type RunningLine, lineThrough } from "../../math/running-line";
import { type Series, observed } from "../../demand";
import { type SeasonalAdjustment, adjustForSeason } from "../seasonal-adjustment";
import { type ErrorSize, errorSize } from "../error-size";
import { fitTheta } from "./fit";
import { lineTerm, opening, runTheta } from "./recursion";
import { type TrendLines, runningLines, wholeLine } from "./trend-lines";
import { type ThetaParameters, type ThetaType, isDynamic, isOptimised, parameterCount } from "./type";

/** A Theta model fitted to the series without its season. */
export interface ThetaModel extends ThetaParameters {
  readonly type: ThetaType;
  readonly season: SeasonalAdjustment;
  /** Level after the last period. */
  readonly lastLevel: number;
  /** The trend line as known after the last period. */
  readonly line: RunningLine;
  /** One-step forecasts, season put back; NaN where the model has none yet. */
  readonly fitted: readonly number[];
  /** Of one-step errors of the series without its season. */
  readonly sumOfSquares: number;
  readonly errors: ErrorSize;
}

/** Observations that level, weight and slope need, and one to spare. */
export const fewestObservations = 4;

/** Why no Theta model can serve the series; null where one can. */
export function thetaRefusal(series: Series): string | null {
  const count = observed(series).length;
  if (count >= fewestObservations) return null;
  return `demand must hold at least ${fewestObservations} observations, got ${count}`;
}

/** Ranges of alpha: R's for the standard model, those of Fiorucci et al. (2016) for the others. */
const standardGrid = alphaGrid(0.0001, 0.9999);
const optimisedGrid = alphaGrid(0.1, 0.99);

function alphaGrid(low: number, high: number): number[] {
  return Array.from({ length: 17 }, (_, i) => low + ((high - low) * i) / 16);
}

export function fitThetaModel(series: Series, season: number, type: ThetaType): ThetaModel {
  const refusal = thetaRefusal(series);
  if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
  const adjustment = adjustForSeason(series, season);
  const y = adjustment.adjusted;
  const lines = linesOf(y, type);
  const from = opening(y, type);
  if (type === "STM") {
    // The level is smoothed as if there were no line; half the slope comes in afterwards.
    const { alpha, level } = fitTheta(y, lines, from, 0, standardGrid);
    return thetaModel(adjustment, type, { alpha, level, lineWeight: 0.5 });
  }
  return thetaModel(
    adjustment,
    type,
    fitTheta(y, lines, from, isOptimised(type) ? undefined : 0.5, optimisedGrid),
  );
}

/** The model with given parameters, run over the series. */
export function thetaModel(
  season: SeasonalAdjustment,
  type: ThetaType,
  parameters: ThetaParameters,
): ThetaModel {
  const y = season.adjusted;
  const lines = linesOf(y, type);
  const from = opening(y, type);
  const { expected, level, sumOfSquares } = runTheta(y, lines, from, parameters);
  return {
    ...parameters,
    type,
    season,
    lastLevel: level,
    line: lineThrough(y),
    fitted: Array.from(expected, (value, t) => (t < from ? NaN : season.restore(value, t))),
    sumOfSquares,
    errors: errorSize(y, expected, from, parameterCount(type)),
  };
}

/** Point forecasts, season put back. */
export function thetaForecast(model: ThetaModel, horizon: number): number[] {
  const n = model.season.adjusted.length;
  return thetaPath(model, horizon).map((value, i) => model.season.restore(value, n + i));
}

function linesOf(y: Float64Array, type: ThetaType): TrendLines {
  if (isDynamic(type)) return runningLines(y);
  const lines = wholeLine(y);
  // The standard model's level starts with the line in it.
  return type === "STM" ? { ...lines, atFirst: new Float64Array(y.length + 1) } : lines;
}

/** Point forecasts of the series without its season: each one taken as the observation of its period by the next. */
export function thetaPath(model: ThetaModel, horizon: number): number[] {
  const { alpha, lineWeight, type } = model;
  const n = model.season.adjusted.length;
  const line = model.line.copy();
  let level = model.lastLevel;
  let decayed = Math.pow(1 - alpha, n);
  return Array.from({ length: horizon }, (_, i) => {
    const atFirst = type === "STM" ? 0 : line.at(0);
    const mu = level + lineWeight * lineTerm(alpha, decayed, atFirst, line.slope);
    level += alpha * (mu - level);
    decayed *= 1 - alpha;
    if (isDynamic(type)) line.add(n + i, mu);
    return mu;
  });
}
