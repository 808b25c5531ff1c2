import { PlanningError } from "../../errors";
import { type Series, observed } from "../../demand";
import { type CesForm, weightCount } from "./form";
import { CesFormFitter } from "./form-fitter";
import { type CesModel, runCes } from "./model";
import type { CesStates } from "./recursion";
import { cesStart } from "./start";

export interface FittedCes extends CesModel {
  /** Corrected Akaike criterion, by the parameters as `parameterCount` has them. */
  readonly aicc: number;
}

/** Weights and variance of the form without season, and one to spare for the corrected criterion. */
export const fewestObservations = 5;

export function cesRefusal(series: Series): string | null {
  const count = observed(series).length;
  if (count >= fewestObservations) return null;
  return `demand must hold at least ${fewestObservations} observations, got ${count}`;
}

/** Forms among which AUTO chooses; like the smooth package for R it leaves the partial one out, which won nothing when measured. */
const contest: readonly CesForm[] = ["none", "simple", "full"];

/**
 * Complex exponential smoothing: the form as named, or the one with the smallest corrected Akaike criterion.
 * @throws PlanningError where a form cannot serve the series
 */
export function fitCes(series: Series, season: number, form: CesForm | "AUTO"): FittedCes {
  const refusal = cesRefusal(series);
  if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
  const y = Float64Array.from(series);
  let best: FittedCes | null = null;
  for (const candidate of form === "AUTO" ? contest : [form]) {
    const model = fitForm(y, candidate, season);
    if (model !== null && (best === null || model.aicc < best.aicc)) best = model;
  }
  if (best !== null) return best;
  const message = `demand must hold two seasons and some more for the ${form} form, got ${series.length} periods`;
  throw new PlanningError("insufficient-data", "demand", message);
}

/**
 * Weights and variance, and half a parameter for each place in the season: backcast states are not free parameters, yet counted as
 * nothing, as is usual, they let seasons in that are not there (mean OWA .872 counting nothing, .859 counting a half, .868 one).
 */
function parameterCount(form: CesForm, season: number): number {
  return weightCount(form) + 1 + (form === "none" ? 0 : season / 2);
}

function fitForm(y: Float64Array, form: CesForm, season: number): FittedCes | null {
  if (form !== "none" && (season < 2 || y.length < 2 * season)) return null;
  const count = y.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0);
  const k = parameterCount(form, season);
  const spare = count - k - 1;
  const scale = meanSize(y);
  const scaled = y.map((value) => value / scale);
  const start = spare > 0 ? cesStart(scaled, form, season) : null;
  if (start === null) return null;
  const fit = new CesFormFitter(scaled, form, season, start).fit();
  if (fit === null) return null;
  const states = inUnits(start, scale);
  const deviance = count * Math.log(Math.max(fit.sumOfSquares, count * perfectError ** 2));
  return {
    ...runCes(y, form, season, fit.weights, { states, backcast: true }),
    aicc: deviance + 2 * k + (2 * k * (k + 1)) / spare,
  };
}

/** Errors below this share of the mean size are a perfect fit. */
const perfectError = 1e-9;

function meanSize(y: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const value of y) {
    if (Number.isNaN(value)) continue;
    sum += Math.abs(value);
    count++;
  }
  return sum / count || 1;
}

function inUnits({ level, potential, term, termPotential }: CesStates, scale: number): CesStates {
  const times = (values: Float64Array) => values.map((value) => value * scale);
  return {
    level: times(level),
    potential: times(potential),
    term: times(term),
    termPotential: times(termPotential),
  };
}
