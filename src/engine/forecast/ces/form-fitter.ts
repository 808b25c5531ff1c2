import { BoundedSearch } from "../../math/bounded-least-squares";
import { type CesForm, type CesWeights, growsAtMost, isStable, weightCount } from "./form";
import { CesPass, type CesStates } from "./recursion";

/** Bounds of a0, a1 and of the season's b0, b1; the partial form's weight is b0 - 1. */
const lower = [0.01, 0.01, 0.01, 0.01];
const upper = [1.8, 1.9, 1.5, 1.5];

/** Where the search may start: slow, medium and quick smoothing, with and without growth. */
const starts: Readonly<Record<CesForm, readonly (readonly number[])[]>> = {
  none: [[1.02, 1], [1.1, 1], [1.3, 1], [1.7, 1], [1.5, 1.05], [1.2, 0.98]], // prettier-ignore
  simple: [[1.1, 1], [1.3, 1], [1.7, 1], [1.5, 1.05], [1.65, 0.89]], // prettier-ignore
  partial: [[1.3, 1, 0.1], [1.1, 1, 0.3], [1.02, 1, 0.9], [1.7, 1, 0.1], [1.1, 1, 0.05], [1.4, 1.02, 0.02]], // prettier-ignore
  full: [[1.3, 1, 1.3, 1], [1.1, 1, 1.1, 1], [1.7, 1, 1.1, 1], [1.1, 1, 1.3, 1], [1.4, 1.02, 1.2, 1.02], [1.3, 0.98, 1.1, 0.98],
    [1.02, 1, 1.02, 1], [1.3, 1, 1.02, 1], [1.05, 1, 1.42, 0.73], [1.2, 1, 1.42, 0.73], [1.1, 1, 1.45, 1.07], [1.35, 1, 1.48, 1.19],
    [0.98, 0.85, 1.15, 0.95], [1.01, 0.93, 1.14, 0.98], [1.1, 1, 1, 0.96]], // prettier-ignore
};
/** The most promising starts are followed down. */
const followed = 2;

/**
 * Forecasts may grow by half in a season and no more, by 10 % a period where there is none: what a short history promises knows no
 * end. Measured accuracy is the same without the limit.
 */
const growthASeason = 0.5;
const growthAPeriod = (season: number) => (season === 1 ? 0.1 : Math.pow(1 + growthASeason, 1 / season) - 1);

/** Shift of a weight by which the slope of the errors is measured. */
const nudge = 1e-6;

/**
 * Fits one form to one series, whose mean size should be near 1. The states before the first period are backcast: a pass forwards from a
 * heuristic start, one backwards from where it ended, and the pass that counts from where that one ended. So only the two to four
 * weights are searched, by Levenberg's and Marquardt's method on the errors, from several starts. All arrays are made here, once.
 */
export class CesFormFitter {
  private readonly pass: CesPass;
  private readonly growth: number;
  private readonly search: BoundedSearch;
  private readonly base: Float64Array;
  private readonly slopesOf: readonly Float64Array[];
  private readonly probe: Float64Array;

  constructor(
    y: Float64Array,
    private readonly form: CesForm,
    season: number,
    private readonly start: CesStates,
  ) {
    this.pass = new CesPass(y, form, season);
    this.growth = form === "simple" ? growthASeason : growthAPeriod(season);
    const size = weightCount(form);
    this.base = new Float64Array(y.length);
    this.slopesOf = Array.from({ length: size }, () => new Float64Array(y.length));
    this.probe = new Float64Array(size);
    this.search = new BoundedSearch({
      size,
      lower: Float64Array.from(lower.slice(0, size)),
      upper: Float64Array.from(upper.slice(0, size)),
      value: (at) => this.value(at),
      linearise: (at, products, slopes) => this.linearise(at, products, slopes),
    });
  }

  /** Weights of the least sum of squared errors; null where none keeps the errors finite. */
  fit(): { readonly weights: CesWeights; readonly sumOfSquares: number } | null {
    const points = starts[this.form]
      .map((start) => Float64Array.from(start))
      .map((at) => ({ at, value: this.value(at) }))
      .sort((a, b) => a.value - b.value);
    let best = points[0];
    for (const { at } of points.slice(0, followed)) {
      const value = this.search.minimise(at, 0, { iterations: 60, tolerance: 1e-8, worthwhile: Infinity });
      if (value <= best.value) best = { at, value };
    }
    if (!Number.isFinite(best.value)) return null;
    return { weights: weightsOf(this.form, best.at), sumOfSquares: best.value };
  }

  private value(at: Float64Array): number {
    const weights = weightsOf(this.form, at);
    const { a0, a1, b0, b1 } = weights;
    if (!isStable(a0, a1) || !growsAtMost(this.growth, a0, a1)) return Infinity;
    if (this.form === "full" && (!isStable(b0, b1) || !growsAtMost(growthASeason, b0, b1))) return Infinity;
    const sum = this.pass.backcast(weights, this.start);
    return Number.isFinite(sum) ? sum : Infinity;
  }

  private linearise(at: Float64Array, products: Float64Array, slopes: Float64Array): void {
    const { base, slopesOf, probe, pass, form, start } = this;
    pass.backcast(weightsOf(form, at), start);
    base.set(pass.errors);
    for (let i = 0; i < at.length; i++) {
      probe.set(at);
      probe[i] += nudge;
      pass.backcast(weightsOf(form, probe), start);
      const slope = slopesOf[i];
      for (let t = 0; t < base.length; t++) slope[t] = (pass.errors[t] - base[t]) / nudge;
    }
    for (let i = 0; i < at.length; i++) {
      slopes[i] = dot(slopesOf[i], base);
      for (let j = 0; j <= i; j++) products[i * at.length + j] = dot(slopesOf[i], slopesOf[j]);
    }
  }
}

function weightsOf(form: CesForm, at: ArrayLike<number>): CesWeights {
  const [a0, a1] = [at[0], at[1]];
  if (form === "partial") return { a0, a1, b0: 1 + at[2], b1: 1 };
  if (form === "full") return { a0, a1, b0: at[2], b1: at[3] };
  return { a0, a1, b0: 1, b1: 1 };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
