import { PlanningError } from "../../errors";
import { type EtsForm, parameterCount } from "./form";
import { EtsPass, type EtsStates, type EtsWeights, packStates } from "./recursion";

/** A form with its weights and starting states, run over a series. */
export interface EtsModel {
  readonly form: EtsForm;
  /** Periods in a season; 1 for a form without one. */
  readonly season: number;
  readonly weights: EtsWeights;
  readonly start: EtsStates;
  /** States after the last observation, the coming season in time order. */
  readonly end: EtsStates;
  readonly fitted: readonly number[];
  /** Concentrated, constants left out, as R's forecast::ets reports it. */
  readonly logLikelihood: number;
  /** Corrected Akaike criterion; undefined where the series has too few observations for it. */
  readonly aicc: number | undefined;
  /** Variance of the errors (relative ones for multiplicative errors), per degree of freedom left. */
  readonly variance: number;
}

/** @throws PlanningError where the recursion breaks down, such as a factor of trend that falls below 0 */
export function runModel(
  y: Float64Array,
  form: EtsForm,
  season: number,
  weights: EtsWeights,
  start: EtsStates,
): EtsModel {
  const pass = new EtsPass(y, form, season);
  const { alpha, beta, gamma, phi } = weights;
  if (!pass.run(alpha, beta, gamma, phi, packStates(form, start), 0)) {
    const message = `states must keep the form's recursion finite over the series, got level ${start.level}, trend ${start.trend}`;
    throw new PlanningError("no-solution", "states", message);
  }
  const { observed } = pass;
  const scale = y.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : Math.abs(value)), 0) / observed;
  const size = pass.multiplicativeError ? 1 : scale;
  const deviance = pass.deviance(observed * (perfectError * size) ** 2 || Number.MIN_VALUE);
  const k = parameterCount(form, season);
  const spare = observed - k - 1;
  return {
    form,
    season: pass.m,
    weights,
    start,
    end: pass.endStates(),
    fitted: [...pass.mu],
    logLikelihood: -0.5 * deviance,
    aicc: spare > 0 ? deviance + 2 * k + (2 * k * (k + 1)) / spare : undefined,
    variance: pass.sumOfSquares / Math.max(1, observed - k + 1),
  };
}

/** A perfect fit has no likelihood: errors below this, relative to the size of the series, count as this. */
export const perfectError = 1e-9;
