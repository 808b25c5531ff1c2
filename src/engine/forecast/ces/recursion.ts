import { type CesForm, type CesWeights, levelLag, termLag } from "./form";

/** Level and potential (by place in the season for the simple form), and the seasonal terms and theirs by place; t mod season from t = 0. */
export interface CesStates {
  readonly level: Float64Array;
  readonly potential: Float64Array;
  readonly term: Float64Array;
  readonly termPotential: Float64Array;
}

/**
 * Runs the recursion over a series, forwards or backwards, in arrays that are made once. With error e and complex weight a0 + i a1,
 * level and potential (what the past leaves for the next forecast) move as
 *   level'     = level - (1 - a1) potential + (a0 - a1) e
 *   potential' = level + (1 - a0) potential + (a0 + a1) e
 * (the paper's state-space form), the seasonal terms likewise; the forecast is level + term. A missing observation has no error.
 */
export class CesPass implements CesStates {
  readonly level: Float64Array;
  readonly potential: Float64Array;
  readonly term: Float64Array;
  readonly termPotential: Float64Array;
  /** One-step forecasts of the last pass. */
  readonly expected: Float64Array;
  /** Observed less forecast; 0 where nothing was observed. */
  readonly errors: Float64Array;

  constructor(
    private readonly y: Float64Array,
    form: CesForm,
    season: number,
  ) {
    this.level = new Float64Array(levelLag(form, season));
    this.potential = new Float64Array(this.level.length);
    this.term = new Float64Array(termLag(form, season));
    this.termPotential = new Float64Array(this.term.length);
    this.expected = new Float64Array(y.length);
    this.errors = new Float64Array(y.length);
  }

  /** Sum of squared errors of the pass that starts where a backward pass ends; leaves its errors and its last states. */
  backcast(weights: CesWeights, start: CesStates): number {
    this.setStates(start);
    this.forwards(weights);
    this.run(weights, this.y.length - 1, -1);
    return this.forwards(weights);
  }

  setStates({ level, potential, term, termPotential }: CesStates): void {
    this.level.set(level);
    this.potential.set(potential);
    this.term.set(term);
    this.termPotential.set(termPotential);
  }

  /** From the states as they are; answers the sum of squared errors. */
  forwards(weights: CesWeights): number {
    return this.run(weights, 0, 1);
  }

  private run({ a0, a1, b0, b1 }: CesWeights, first: number, step: 1 | -1): number {
    const { y, level, potential, term, termPotential, expected, errors } = this;
    const lag = level.length;
    const season = term.length;
    let place = first % lag;
    let seasonPlace = first % season;
    let sum = 0;
    for (let t = first; t >= 0 && t < y.length; t += step) {
      const l = level[place];
      const p = potential[place];
      const s = term[seasonPlace];
      const q = termPotential[seasonPlace];
      expected[t] = l + s;
      let error = y[t] - l - s;
      if (error !== error) error = 0;
      errors[t] = error;
      sum += error * error;
      level[place] = l - (1 - a1) * p + (a0 - a1) * error;
      potential[place] = l + (1 - a0) * p + (a0 + a1) * error;
      term[seasonPlace] = s - (1 - b1) * q + (b0 - b1) * error;
      termPotential[seasonPlace] = s + (1 - b0) * q + (b0 + b1) * error;
      place += step;
      if (place === lag) place = 0;
      else if (place < 0) place = lag - 1;
      seasonPlace += step;
      if (seasonPlace === season) seasonPlace = 0;
      else if (seasonPlace < 0) seasonPlace = season - 1;
    }
    return sum;
  }
}
