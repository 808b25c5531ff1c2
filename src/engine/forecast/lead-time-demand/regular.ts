import type { Series } from "../../demand";
import { normalDraws, uniformDraws } from "../../math/random";
import { type EtsModel, formName, simulatePath } from "../ets";
import { type LeadTimeDemand, sampledDemand, wholeAndPart } from "./distribution";

export interface Simulation {
  readonly paths: number;
  readonly seed: number;
}

/**
 * Demand over a span of periods where demand comes in nearly every one: futures of a fitted exponential smoothing model, with its
 * trend and season, driven by its own past errors. An error moves the states, so that the errors of later periods follow it, as they
 * do in truth: sqrt(time) x the deviation of one period would be too little. No future has negative demand.
 * Source: Hyndman, Koehler, Ord and Snyder (2008), section 6.1; smoothed bootstrap: Silverman and Young (1987).
 */
export function regularDemand(
  series: Series,
  model: EtsModel,
  periods: number,
  { paths, seed }: Simulation,
): LeadTimeDemand {
  const errors = standardErrors(series, model);
  const { whole, part } = wholeAndPart(periods);
  const path = new Float64Array(whole + (part > 0 ? 1 : 0));
  const sums = new Float64Array(paths);
  for (let i = 0; i < paths; i++) {
    // Each future has draws of its own, so that a longer span goes on where a shorter one ends: more time, never less demand.
    simulatePath(model, errorDraws(errors, seed * 1_000_003 + i), path);
    path.forEach((value, h) => (sums[i] += Math.max(0, value) * (h < whole ? 1 : part)));
  }
  return sampledDemand(formName(model.form), sums);
}

/** Past one-step errors of mean 0 and deviation 1: what they miss on average is not carried into the future. */
function standardErrors(series: Series, model: EtsModel): number[] {
  const relative = model.form.error === "M";
  const errors = series
    .map((value, t) => (value - model.fitted[t]) / (relative ? model.fitted[t] : 1))
    .filter((error) => !Number.isNaN(error));
  const mean = errors.reduce((sum, error) => sum + error / errors.length, 0);
  const centred = errors.map((error) => error - mean);
  const deviation = Math.sqrt(centred.reduce((sum, error) => sum + error * error, 0) / errors.length);
  return deviation === 0 ? [0] : centred.map((error) => error / deviation);
}

/** Draws past errors with a little normal noise, so that a few errors are not the only ones possible; deviation 1 is kept. */
function errorDraws(errors: readonly number[], seed: number): () => number {
  const uniform = uniformDraws(seed);
  const noise = normalDraws(seed ^ 0x5bd1e995);
  const width = errors.length ** -0.2;
  const back = 1 / Math.sqrt(1 + width * width);
  return () => (errors[Math.floor(uniform() * errors.length)] + width * noise()) * back;
}
