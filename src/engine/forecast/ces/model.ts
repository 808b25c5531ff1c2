import { lineThrough } from "../../math/running-line";
import { type ErrorSize, errorSize } from "../error-size";
import { type CesForm, type CesWeights, weightCount } from "./form";
import { CesPass, type CesStates } from "./recursion";

/** A form with its weights and starting states, run over a series. */
export interface CesModel {
  readonly form: CesForm;
  readonly weights: CesWeights;
  /** Periods in the series. */
  readonly length: number;
  /** States after the last period. */
  readonly end: CesStates;
  readonly fitted: readonly number[];
  readonly sumOfSquares: number;
  readonly errors: ErrorSize;
  /** Slope of the straight line through the series, units per period. */
  readonly slope: number;
}

export interface CesBeginning {
  readonly states: CesStates;
  /** Whether the states are only where backcasting starts from. */
  readonly backcast: boolean;
}

export function runCes(
  y: Float64Array,
  form: CesForm,
  season: number,
  weights: CesWeights,
  { states, backcast }: CesBeginning,
): CesModel {
  const pass = new CesPass(y, form, season);
  if (!backcast) pass.setStates(states);
  const sumOfSquares = backcast ? pass.backcast(weights, states) : pass.forwards(weights);
  const { level, potential, term, termPotential, expected } = pass;
  return {
    form,
    weights,
    length: y.length,
    end: { level, potential, term, termPotential },
    fitted: [...expected],
    sumOfSquares,
    errors: errorSize(y, expected, 0, fittedNumbers(form, season)),
    slope: lineThrough(y).slope,
  };
}

/** Point forecasts: the path without further errors. */
export function cesForecast({ weights, length, end }: CesModel, horizon: number): number[] {
  return pathFrom(end, weights, length, horizon);
}

/** What a unit error leaves in the forecasts of the periods after it: the path from empty states that it alone has moved. */
export function unitResponses({ weights, end }: CesModel, horizon: number): number[] {
  const { a0, a1, b0, b1 } = weights;
  const moved = (like: Float64Array, first: number) => {
    const values = new Float64Array(like.length);
    values[0] = first;
    return values;
  };
  const states = {
    level: moved(end.level, a0 - a1),
    potential: moved(end.potential, a0 + a1),
    term: moved(end.term, b0 - b1),
    termPotential: moved(end.termPotential, b0 + b1),
  };
  return pathFrom(states, weights, 1, horizon);
}

/** The recursion of CesPass without errors, from period `from` on. */
function pathFrom(
  states: CesStates,
  { a0, a1, b0, b1 }: CesWeights,
  from: number,
  horizon: number,
): number[] {
  const level = states.level.slice();
  const potential = states.potential.slice();
  const term = states.term.slice();
  const termPotential = states.termPotential.slice();
  return Array.from({ length: horizon }, (_, i) => {
    const place = (from + i) % level.length;
    const seasonPlace = (from + i) % term.length;
    const [l, p, s, q] = [level[place], potential[place], term[seasonPlace], termPotential[seasonPlace]];
    level[place] = l - (1 - a1) * p;
    potential[place] = l + (1 - a0) * p;
    term[seasonPlace] = s - (1 - b1) * q;
    termPotential[seasonPlace] = s + (1 - b0) * q;
    return l + s;
  });
}

/** Weights, variance, level and potential, and a seasonal state for each place: what the errors have been made small by. */
function fittedNumbers(form: CesForm, season: number): number {
  return weightCount(form) + 3 + (form === "none" ? 0 : season);
}
