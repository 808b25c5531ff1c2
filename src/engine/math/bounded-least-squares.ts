/** A sum of squares to minimise over parameters in a box. */
export interface LeastSquares {
  readonly size: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The sum of squares; Infinity where the parameters are not allowed. */
  readonly value: (at: Float64Array) => number;
  /** J'J (lower half, row by row) and J'r where `value` was last asked. */
  readonly linearise: (at: Float64Array, products: Float64Array, slopes: Float64Array) => void;
}

export interface SearchLimits {
  readonly iterations: number;
  /** Stop when the expected relative gain of a step is below this. */
  readonly tolerance: number;
  /** Give up when the value is unlikely to come below this. */
  readonly worthwhile: number;
}

/** Bounds that one step may meet before it is shortened instead. */
const maxBounds = 8;

/**
 * Levenberg's and Marquardt's method with bounds: Gauss-Newton steps, damped until they gain; parameters that a step takes to a bound,
 * or that stand at one and want out, are held there (Nocedal and Wright 2006, sections 10.3 and 16.7). Makes its arrays once, so that
 * it can run many times. `at` is moved to the minimum found.
 */
export class BoundedSearch {
  private readonly products: Float64Array;
  private readonly slopes: Float64Array;
  private readonly factor: Float64Array;
  private readonly step: Float64Array;
  private readonly trial: Float64Array;
  private readonly held: Uint8Array;
  /** Whether the last search ended because a step had nothing more to gain. */
  converged = false;

  constructor(private readonly problem: LeastSquares) {
    const { size } = problem;
    this.products = new Float64Array(size * size);
    this.slopes = new Float64Array(size);
    this.factor = new Float64Array(size * size);
    this.step = new Float64Array(size);
    this.trial = new Float64Array(size);
    this.held = new Uint8Array(size);
  }

  /** Parameters before `free` stay as they are. */
  minimise(at: Float64Array, free: number, limits: SearchLimits): number {
    const { problem, products, slopes, trial, step } = this;
    this.converged = false;
    let value = problem.value(at);
    if (!Number.isFinite(value)) return Infinity;
    let stale = true;
    let damping = 1e-3;
    let growth = 2;
    for (let iteration = 0; iteration < limits.iterations; iteration++) {
      if (stale) problem.linearise(at, products, slopes);
      stale = false;
      const gain = this.proposeStep(at, free, damping);
      if (Number.isNaN(gain)) {
        damping = 10 * damping + 1e-6;
        continue;
      }
      if (!(gain > limits.tolerance * value) && damping < 1) {
        this.converged = true;
        break;
      }
      if (damping > 1e8) break;
      if (iteration >= 3 && value - 8 * gain > limits.worthwhile && growth === 2) break;
      for (let i = 0; i < trial.length; i++) trial[i] = at[i] + step[i];
      const next = problem.value(trial);
      if (next < value) {
        const ratio = (value - next) / gain;
        at.set(trial);
        value = next;
        stale = true;
        damping *= Math.max(0.1, 1 - Math.pow(2 * Math.min(ratio, 1) - 1, 3));
        growth = 2;
      } else {
        damping *= growth;
        growth *= 2;
      }
    }
    return value;
  }

  /** Sets `step`; answers the decrease that the linear model expects of it, NaN where there is no step at this damping. */
  private proposeStep(at: Float64Array, free: number, damping: number): number {
    const { step, slopes, products, held, problem } = this;
    const { size, lower, upper } = problem;
    for (let i = 0; i < size; i++) {
      const stuck = (at[i] <= lower[i] && slopes[i] > 0) || (at[i] >= upper[i] && slopes[i] < 0);
      held[i] = i < free || stuck ? 1 : 0;
      step[i] = 0;
    }
    // One bound at a time, the one met first: each round then still lowers the quadratic model.
    for (let round = 0; ; round++) {
      if (round === maxBounds || !this.solve(damping)) return NaN;
      const first = this.firstBound(at);
      if (first < 0) break;
      step[first] = (step[first] < 0 ? lower[first] : upper[first]) - at[first];
      held[first] = 1;
    }
    let gain = 0;
    for (let i = 0; i < size; i++) {
      let along = 0;
      for (let j = 0; j < size; j++) along += products[i >= j ? i * size + j : j * size + i] * step[j];
      gain -= step[i] * (2 * slopes[i] + along);
    }
    return gain < 0 ? NaN : gain;
  }

  /** The parameter that meets its bound first along the step, -1 where none does. */
  private firstBound(at: Float64Array): number {
    const { step, held, problem } = this;
    const { size, lower, upper } = problem;
    let first = -1;
    let nearest = 1;
    for (let i = 0; i < size; i++) {
      if (held[i] === 1) continue;
      const room = step[i] < 0 ? lower[i] - at[i] : upper[i] - at[i];
      if (Math.abs(step[i]) * nearest > Math.abs(room)) {
        nearest = room / step[i];
        first = i;
      }
    }
    return first;
  }

  /** Solves for the parameters that are not held, given the steps of those that are, by Cholesky's factors. */
  private solve(damping: number): boolean {
    const { factor, products, slopes, step, held, problem } = this;
    const { size } = problem;
    for (let i = 0; i < size; i++) {
      if (held[i] === 1) continue;
      const at = i * size;
      let right = -slopes[i];
      for (let j = 0; j < size; j++) {
        if (held[j] === 1 && step[j] !== 0) right -= products[i >= j ? at + j : j * size + i] * step[j];
      }
      for (let j = 0; j <= i; j++) {
        if (held[j] === 1) continue;
        let sum = products[at + j];
        if (i === j) sum += damping * sum + 1e-14;
        const other = j * size;
        for (let k = 0; k < j; k++) if (held[k] === 0) sum -= factor[at + k] * factor[other + k];
        if (i !== j) factor[at + j] = sum / factor[other + j];
        else if (!(sum > 0)) return false;
        else factor[at + j] = Math.sqrt(sum);
      }
      for (let k = 0; k < i; k++) if (held[k] === 0) right -= factor[at + k] * step[k];
      step[i] = right / factor[at + i];
    }
    for (let i = size - 1; i >= 0; i--) {
      if (held[i] === 1) continue;
      let sum = step[i];
      for (let k = i + 1; k < size; k++) if (held[k] === 0) sum -= factor[k * size + i] * step[k];
      step[i] = sum / factor[i * size + i];
    }
    return true;
  }
}
