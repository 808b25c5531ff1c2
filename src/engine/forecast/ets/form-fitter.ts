import { type EtsForm, hasSeason, hasTrend, isDamped, parameterCount, weightCount } from "./form";
import { BoundedSearch, type LeastSquares } from "../../math/bounded-least-squares";
import { EtsPass, type EtsStates, type EtsWeights } from "./recursion";
import { perfectError } from "./model";
import { isAdmissible, weightRange } from "./region";
import { Sensitivity } from "./sensitivity";
import { startStates } from "./start-states";

/** Weights as fitting sees them, each in a range of its own: beta as a share of alpha, gamma of 1 - alpha. */
export interface WeightShares {
  readonly alpha: number;
  readonly betaShare: number;
  readonly gammaShare: number;
  readonly phi: number;
}

/** A starting point; states are the form's own, as `EtsPass.run` reads them, or left to the heuristic. */
export interface FitStart extends WeightShares {
  readonly states?: ArrayLike<number>;
}

export interface FormFit {
  readonly form: EtsForm;
  readonly shares: WeightShares;
  /** Starting states as `EtsPass.run` reads them, in the units of the series that was fitted. */
  readonly states: Float64Array;
  /** As far as the search went. */
  readonly aicc: number;
}

interface Point {
  readonly value: number;
  readonly at: Float64Array;
}

const briefly = { iterations: 2, tolerance: 1e-4, worthwhile: Infinity };

/** Fits one form to one series, whose mean size should be near 1. All arrays are made here, once. */
export class FormFitter {
  private readonly pass: EtsPass;
  private readonly sensitivity: Sensitivity;
  private readonly search: BoundedSearch;
  private readonly parameters: Float64Array;
  private readonly states: Float64Array;
  private readonly weightColumns: number;
  private readonly heuristic: Float64Array;
  private readonly roots: Float64Array;
  private readonly meanLevel: number;
  private readonly floor: number;
  private screened: Point[] = [];

  constructor(
    y: Float64Array,
    readonly form: EtsForm,
    private readonly season: number,
  ) {
    this.pass = new EtsPass(y, form, season);
    this.sensitivity = new Sensitivity(this.pass, isDamped(form));
    this.weightColumns = weightCount(form);
    this.heuristic = startStates(y, form, season);
    const start = this.heuristic[0];
    this.meanLevel = hasTrend(form) ? startStates(y, { ...form, trend: "N" }, season)[0] : start;
    this.states = new Float64Array(this.heuristic.length);
    this.parameters = new Float64Array(this.sensitivity.size);
    this.roots = new Float64Array(season + 2);
    this.floor = this.pass.observed * perfectError * perfectError;
    this.search = new BoundedSearch(this.problem());
  }

  /** Solves the starting states at every start; answers the best information criterion so far. */
  screen(starts: readonly FitStart[]): number {
    this.screened = starts.map((start) => {
      this.place(start);
      let value = this.search.minimise(this.parameters, this.weightColumns, briefly);
      for (let tries = 0; tries < 3 && !Number.isFinite(value); tries++) {
        this.calm();
        value = this.search.minimise(this.parameters, this.weightColumns, briefly);
      }
      return { value, at: this.parameters.slice() };
    });
    this.screened.sort((a, b) => a.value - b.value);
    return this.criterion(this.screened[0].value);
  }

  /**
   * Follows the best `count` of the screened starts down; null where none is feasible. A search that will hardly bring the criterion
   * below `toBeat` is given up.
   */
  follow(count: number, tolerance: number, toBeat = Infinity): FormFit | null {
    const limit = Math.exp((toBeat - this.penalty()) / this.pass.observed);
    let best = this.screened[0];
    for (const { value: from, at } of this.screened.slice(0, count)) {
      if (!Number.isFinite(from)) break;
      // In a contest, later starts must promise more than the best so far too.
      const worthwhile = toBeat === Infinity || best.at === at ? limit : Math.min(limit, best.value);
      const value = this.search.minimise(at, 0, { iterations: 100, tolerance, worthwhile });
      if (value <= best.value) best = { value, at };
    }
    return Number.isFinite(best.value) ? this.outcome(best) : null;
  }

  /** Solves the starting states for weights that stay as they are; null where they are not feasible. */
  solveStates(start: FitStart): FormFit | null {
    this.place(start);
    const at = this.parameters;
    const limits = { iterations: 100, tolerance: 1e-12, worthwhile: Infinity };
    const value = this.search.minimise(at, this.weightColumns, limits);
    return Number.isFinite(value) ? this.outcome({ value, at }) : null;
  }

  /** The information criterion at a point, nothing fitted. */
  at(point: FitStart): number {
    this.place(point);
    return this.criterion(this.value(this.parameters));
  }

  /** What the information criterion adds to the deviance: AICc = deviance + 2k + 2k(k + 1) / (n - k - 1). */
  private penalty(): number {
    const k = parameterCount(this.form, this.season);
    return 2 * k + (2 * k * (k + 1)) / (this.pass.observed - k - 1);
  }

  private criterion(value: number): number {
    return this.pass.observed * Math.log(value) + this.penalty();
  }

  private outcome({ value, at }: Point): FormFit {
    this.unpackStates(at);
    const { beta, gamma, phi } = this.sensitivity;
    const share = (column: number, otherwise: number) => (column < 0 ? otherwise : at[column]);
    return {
      form: this.form,
      shares: {
        alpha: at[0],
        betaShare: share(beta, 0),
        gammaShare: share(gamma, 0),
        phi: share(phi, 1),
      },
      states: this.states.slice(),
      aicc: this.criterion(value),
    };
  }

  /** Where a start is not feasible, since forecasts fall below 0: half the season, no trend, slower weights. */
  private calm(): void {
    const { parameters, sensitivity, form } = this;
    const { level, trend, season, size, beta, gamma } = sensitivity;
    const neutral = form.season === "M" ? 1 : 0;
    if (season >= 0) {
      for (let i = season; i < size; i++) parameters[i] = (parameters[i] + neutral) / 2;
      parameters[gamma] /= 2;
    }
    if (trend >= 0) {
      parameters[trend] = form.trend.startsWith("M") ? 1 : 0;
      parameters[level] = this.meanLevel;
      parameters[beta] /= 2;
    }
  }

  private place({ alpha, betaShare, gammaShare, phi, states }: FitStart): void {
    const { parameters: at, sensitivity } = this;
    const from = states ?? this.heuristic;
    at[0] = alpha;
    if (sensitivity.beta >= 0) at[sensitivity.beta] = betaShare;
    if (sensitivity.gamma >= 0) at[sensitivity.gamma] = gammaShare;
    if (sensitivity.phi >= 0)
      at[sensitivity.phi] = Math.min(weightRange.phiHigh, Math.max(weightRange.phiLow, phi));
    for (let i = sensitivity.level, j = 0; i < at.length; i++, j++) at[i] = from[j];
  }

  /** The parameters' states, with the last of the season, which brings the sum to 0 or the mean to 1. */
  private unpackStates(at: Float64Array): void {
    const { states, sensitivity, form } = this;
    const { level, season, size } = sensitivity;
    for (let i = level, j = 0; i < size; i++, j++) states[j] = at[i];
    if (season < 0) return;
    let last = form.season === "M" ? this.season : 0;
    for (let i = season; i < size; i++) last -= at[i];
    states[states.length - 1] = last;
  }

  private value(at: Float64Array): number {
    const { pass, sensitivity, states, form, season } = this;
    const weights = weightsOf(sensitivity, at);
    // Without a season the region searched lies inside the admissible one.
    if (hasSeason(form) && !isAdmissible(form, weights, season, this.roots)) return Infinity;
    this.unpackStates(at);
    if (form.season === "M")
      for (let i = states.length - season; i < states.length; i++) if (!(states[i] > 0)) return Infinity;
    if (!pass.run(weights.alpha, weights.beta, weights.gamma, weights.phi, states, 0)) return Infinity;
    if (pass.multiplicativeError && !(pass.lowestForecast > 0)) return Infinity;
    return Math.max(pass.sumOfSquares, this.floor) * Math.exp((2 * pass.sumOfLogs) / pass.observed);
  }

  private problem(): LeastSquares {
    const { sensitivity, form } = this;
    const { size } = sensitivity;
    const lower = new Float64Array(size).fill(-Infinity);
    const upper = new Float64Array(size).fill(Infinity);
    const { low, high, phiLow, phiHigh } = weightRange;
    lower.fill(low, 0, this.weightColumns);
    upper.fill(1, 0, this.weightColumns);
    upper[0] = high;
    if (isDamped(form)) [lower[sensitivity.phi], upper[sensitivity.phi]] = [phiLow, phiHigh];
    if (hasTrend(form) && form.trend.startsWith("M")) lower[sensitivity.trend] = 1e-3;
    return {
      size,
      lower,
      upper,
      value: (at) => this.value(at),
      linearise: (at, products, slopes) => {
        const { beta, gamma, phi } = sensitivity;
        const share = (column: number) => (column < 0 ? 0 : at[column]);
        sensitivity.accumulate(at[0], share(beta), share(gamma), phi < 0 ? 1 : at[phi], products, slopes);
      },
    };
  }
}

function weightsOf({ beta, gamma, phi }: Sensitivity, at: Float64Array): EtsWeights {
  return {
    alpha: at[0],
    beta: beta < 0 ? 0 : at[0] * at[beta],
    gamma: gamma < 0 ? 0 : (1 - at[0]) * at[gamma],
    phi: phi < 0 ? 1 : at[phi],
  };
}

/** The component form's weights. */
export function toWeights({ alpha, betaShare, gammaShare, phi }: WeightShares): EtsWeights {
  return { alpha, beta: alpha * betaShare, gamma: (1 - alpha) * gammaShare, phi };
}

export function toStates(form: EtsForm, packed: Float64Array, scale: number): EtsStates {
  const trend = !hasTrend(form) ? 0 : form.trend.startsWith("A") ? packed[1] * scale : packed[1];
  const seasonal = [...packed.slice(hasTrend(form) ? 2 : 1)];
  return {
    level: packed[0] * scale,
    trend,
    seasonal: form.season === "A" ? seasonal.map((value) => value * scale) : seasonal,
  };
}
