import { type EtsForm, hasSeason, hasTrend } from "./form";

/** Weights of the component form: beta and gamma, not beta* and gamma*. beta and gamma 0, phi 1 where the form has none. */
export interface EtsWeights {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** States before the first or after the last observation. */
export interface EtsStates {
  readonly level: number;
  /** Units per period, or a factor per period for a multiplicative trend; 0 without a trend. */
  readonly trend: number;
  /** The coming season in time order: units, or factors for a multiplicative season; empty without one. */
  readonly seasonal: readonly number[];
}

/** Kind of a component: how it enters the forecast. */
export const none = 0;
export const additive = 1;
export const multiplicative = 2;

/**
 * One pass of a form over a series, with everything that later steps need kept in arrays that are made once: fitting runs this
 * thousands of times. Taylor's and Hyndman's recursions in error-correction form (Hyndman et al. 2008, tables 2.2 and 2.3), which are
 * the same for additive and multiplicative errors once the error is in units. A missing observation has no error: the states go on
 * as forecast.
 */
export class EtsPass {
  readonly n: number;
  readonly m: number;
  readonly trendKind: number;
  readonly seasonKind: number;
  readonly multiplicativeError: boolean;
  /** Number of observations that are there. */
  readonly observed: number;
  /** One-step forecasts. */
  readonly mu: Float64Array;
  /** Observed less forecast; 0 where nothing was observed. */
  readonly error: Float64Array;
  /** Level and trend together, before the season. */
  readonly base: Float64Array;
  /** Level and trend before each period, and the season state it meets. */
  readonly levelBefore: Float64Array;
  readonly trendBefore: Float64Array;
  readonly seasonBefore: Float64Array;
  /** Season states by place: that of period t stands at t modulo m. */
  readonly seasonal: Float64Array;
  level = 0;
  trend = 0;
  /** Sum of squared errors: in units, or relative to the forecast for multiplicative errors. */
  sumOfSquares = 0;
  /** Sum of the logarithms of the forecasts' sizes; 0 for additive errors. */
  sumOfLogs = 0;
  /** Smallest one-step forecast. */
  lowestForecast = 0;

  constructor(
    readonly y: Float64Array,
    readonly form: EtsForm,
    season: number,
  ) {
    this.n = y.length;
    this.m = hasSeason(form) ? season : 1;
    this.trendKind = !hasTrend(form) ? none : form.trend.startsWith("A") ? additive : multiplicative;
    this.seasonKind = form.season === "N" ? none : form.season === "A" ? additive : multiplicative;
    this.multiplicativeError = form.error === "M";
    this.observed = y.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
    const perPeriod = () => new Float64Array(this.n);
    this.mu = perPeriod();
    this.error = perPeriod();
    this.base = perPeriod();
    this.levelBefore = perPeriod();
    this.trendBefore = perPeriod();
    this.seasonBefore = perPeriod();
    this.seasonal = new Float64Array(this.m);
  }

  /**
   * Runs over the series from the starting states in `start` from `offset` on: level, trend (if any), m season states (if any).
   * False where the recursion breaks down: a factor of trend below 0, or a division by nothing.
   */
  run(
    alpha: number,
    beta: number,
    gamma: number,
    phi: number,
    start: ArrayLike<number>,
    offset: number,
  ): boolean {
    const { y, n, m, trendKind, seasonKind, multiplicativeError, seasonal } = this;
    const { mu: forecasts, error: errors, base: bases, levelBefore, trendBefore, seasonBefore } = this;
    let level = start[offset];
    let trend = trendKind === none ? 0 : start[offset + 1];
    const firstSeason = offset + (trendKind === none ? 1 : 2);
    if (seasonKind !== none) for (let j = 0; j < m; j++) seasonal[j] = start[firstSeason + j];
    let sumOfSquares = 0;
    let product = 1;
    let sumOfLogs = 0;
    let lowest = Infinity;
    let place = 0;
    for (let t = 0; t < n; t++) {
      let damped = 0;
      let base = level;
      if (trendKind === additive) {
        damped = phi * trend;
        base = level + damped;
      } else if (trendKind === multiplicative) {
        if (trend < 0) return false;
        damped = phi === 1 ? trend : Math.pow(trend, phi);
        base = level * damped;
      }
      const season = seasonal[place];
      const mu = seasonKind === none ? base : seasonKind === additive ? base + season : base * season;
      levelBefore[t] = level;
      trendBefore[t] = trend;
      seasonBefore[t] = season;
      bases[t] = base;
      forecasts[t] = mu;
      if (mu < lowest) lowest = mu;
      const observation = y[t];
      if (observation !== observation) {
        errors[t] = 0;
        level = base;
        trend = damped;
      } else {
        const error = observation - mu;
        errors[t] = error;
        const scaled = multiplicativeError ? error / mu : error;
        sumOfSquares += scaled * scaled;
        if (multiplicativeError) {
          product *= mu < 0 ? -mu : mu;
          if (product > 1e200 || product < 1e-200) {
            sumOfLogs += Math.log(product);
            product = 1;
          }
        }
        const shift = seasonKind === multiplicative ? error / season : error;
        if (trendKind === additive) trend = damped + beta * shift;
        else if (trendKind === multiplicative) trend = damped + (beta * shift) / level;
        level = base + alpha * shift;
        if (seasonKind === additive) seasonal[place] = season + gamma * error;
        else if (seasonKind === multiplicative) seasonal[place] = season + (gamma * error) / base;
      }
      if (++place === m) place = 0;
    }
    this.level = level;
    this.trend = trend;
    this.sumOfSquares = sumOfSquares;
    this.sumOfLogs = sumOfLogs + Math.log(product);
    this.lowestForecast = lowest;
    return Number.isFinite(sumOfSquares) && Number.isFinite(level) && Number.isFinite(this.sumOfLogs);
  }

  /**
   * Minus twice the log-likelihood, with the variance concentrated out and constants left out, as R's forecast::ets has it:
   * n log(sum of squared errors) + 2 sum log |forecast| for multiplicative errors (Hyndman et al. 2008, equation 5.3).
   * The sum of squares is held above `floor`, so that a perfect fit has a value.
   */
  deviance(floor: number): number {
    return this.observed * Math.log(Math.max(this.sumOfSquares, floor)) + 2 * this.sumOfLogs;
  }

  /** Where the last pass ended. */
  endStates(): EtsStates {
    const { n, m, seasonKind, seasonal } = this;
    const coming = seasonKind === none ? [] : Array.from({ length: m }, (_, j) => seasonal[(n + j) % m]);
    return { level: this.level, trend: this.trend, seasonal: coming };
  }
}

/** Starting states in the order in which `EtsPass.run` reads them. */
export function packStates(form: EtsForm, { level, trend, seasonal }: EtsStates): Float64Array {
  return Float64Array.from([level, ...(hasTrend(form) ? [trend] : []), ...(hasSeason(form) ? seasonal : [])]);
}
