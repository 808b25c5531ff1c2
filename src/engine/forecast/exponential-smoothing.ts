import { PlanningError, insufficientData } from "../errors";
import type { Series } from "../demand";
import { minimise } from "../math/minimise";

/**
 * Exponential smoothing in the error-correction form that textbooks compute by hand: level, damped trend and season are moved by
 * shares of the one-step error. A missing observation moves nothing: the states go on as forecast.
 * Sources: Brown (1959), Holt (1957), Winters (1960), as in Hyndman and Athanasopoulos (2021), ch. 8.
 */
export type SeasonType = "N" | "A" | "M";

export interface SmoothingForm {
  readonly trend: boolean;
  readonly season: SeasonType;
  /** Periods in a season; ignored without a season. */
  readonly seasonLength: number;
  /** Damping of the trend, above 0 and at most 1; 1 is none. */
  readonly phi: number;
}

/** Smoothing weights in (0, 1); an undefined one is fitted on the sum of squared one-step errors. */
export interface SmoothingWeights {
  readonly alpha?: number;
  readonly beta?: number;
  readonly gamma?: number;
}

export interface SmoothingFit {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  /** Level after the last observation, units. */
  readonly level: number;
  /** Trend after the last observation, units per period; 0 without a trend. */
  readonly trend: number;
  /** Seasonal terms by place in the season of the first observation; additive units or factors. */
  readonly seasonal: readonly number[];
  /** One-step forecasts; NaN where there is none yet (the observations that start the states). */
  readonly fitted: readonly number[];
  readonly sumOfSquares: number;
  readonly forecast: (horizon: number) => number[];
}

interface States {
  level: number;
  trend: number;
  readonly seasonal: Float64Array;
}

/** Smallest and largest weight that fitting tries: the open interval (0, 1). */
const weightBounds = [0.0001, 0.9999] as const;

/**
 * Starting states, so that a hand calculation matches:
 * without season the level is the first observation and the trend the second less the first; with season the level is the mean of
 * the first season, the trend the difference of the means of the first two seasons per period, and the seasonal terms are the first
 * season's observations less (A) or over (M) that level. Smoothing starts with the observation after these.
 */
export function fitSmoothing(
  series: Series,
  form: SmoothingForm,
  given: SmoothingWeights,
  search: typeof minimise = minimise,
): SmoothingFit {
  checkSeries(series, form);
  const y = Float64Array.from(series);
  const free = freeWeights(form, given);
  const weightsAt = (x: readonly number[]) => {
    const found = { alpha: given.alpha ?? 0, beta: given.beta ?? 0, gamma: given.gamma ?? 0 };
    free.forEach((name, i) => (found[name] = x[i]));
    return found;
  };
  const box = { lower: free.map(() => weightBounds[0]), upper: free.map(() => weightBounds[1]) };
  const start = startStates(y, form);
  const seasonal = new Float64Array(start.seasonal.length);
  const sse = (x: readonly number[]) => {
    seasonal.set(start.seasonal);
    return smooth(y, form, weightsAt(x), { level: start.level, trend: start.trend, seasonal });
  };
  const { at } = free.length === 0 ? { at: [] } : search(sse, box, startingPoints(free));
  return finish(y, form, weightsAt(at));
}

type WeightName = "alpha" | "beta" | "gamma";

function freeWeights(form: SmoothingForm, given: SmoothingWeights): WeightName[] {
  const used: WeightName[] = ["alpha"];
  if (form.trend) used.push("beta");
  if (form.season !== "N") used.push("gamma");
  return used.filter((name) => given[name] === undefined);
}

function startingPoints(free: readonly WeightName[]): number[][] {
  const guesses: Record<WeightName, number>[] = [
    { alpha: 0.2, beta: 0.1, gamma: 0.1 },
    { alpha: 0.6, beta: 0.05, gamma: 0.3 },
    { alpha: 0.05, beta: 0.02, gamma: 0.05 },
    { alpha: 0.9, beta: 0.5, gamma: 0.6 },
  ];
  return guesses.map((guess) => free.map((name) => guess[name]));
}

function checkSeries(series: Series, form: SmoothingForm): void {
  const { season, seasonLength, trend } = form;
  const needed = season !== "N" ? 2 * seasonLength : trend ? 2 : 1;
  if (series.length < needed) {
    const rule =
      season === "N"
        ? `must hold at least ${needed} periods`
        : `must hold at least two seasons (${needed} periods)`;
    throw insufficientData("demand", rule, series.length);
  }
  const blank = series.slice(0, needed).findIndex((value) => Number.isNaN(value));
  if (blank >= 0) {
    throw insufficientData(
      "demand",
      `must have no blank in the first ${needed} periods, which start the method`,
      `one at ${blank + 1}`,
    );
  }
  const low = season === "M" ? series.findIndex((value) => value <= 0) : -1;
  if (low >= 0) {
    const message = `demand must be above 0 for type M, got ${series[low]} at position ${low + 1}`;
    throw new PlanningError("invalid-input", "demand", message);
  }
}

function startStates(y: Float64Array, { trend, season, seasonLength: m }: SmoothingForm): States {
  if (season === "N") return { level: y[0], trend: trend ? y[1] - y[0] : 0, seasonal: new Float64Array(0) };
  let first = 0;
  let second = 0;
  for (let i = 0; i < m; i++) {
    first += y[i] / m;
    second += y[m + i] / m;
  }
  const seasonal = new Float64Array(m);
  for (let i = 0; i < m; i++) seasonal[i] = season === "A" ? y[i] - first : y[i] / first;
  return { level: first, trend: (second - first) / m, seasonal };
}

/** Runs the recursion over the series, moving `states` to the end; answers the sum of squared one-step errors. */
function smooth(
  y: Float64Array,
  { trend: hasTrend, season, seasonLength: m, phi }: SmoothingForm,
  { alpha, beta, gamma }: { readonly alpha: number; readonly beta: number; readonly gamma: number },
  states: States,
  fitted?: number[],
): number {
  let sse = 0;
  for (let t = season === "N" ? 1 : m; t < y.length; t++) {
    const base = states.level + (hasTrend ? phi * states.trend : 0);
    const place = season === "N" ? 0 : t % m;
    const term = season === "N" ? 0 : states.seasonal[place];
    const expected = season === "M" ? base * term : base + term;
    if (fitted !== undefined) fitted[t] = expected;
    const damped = hasTrend ? phi * states.trend : 0;
    if (Number.isNaN(y[t])) {
      states.level = base;
      states.trend = damped;
      continue;
    }
    const error = y[t] - expected;
    sse += error * error;
    const deseasonalised = season === "M" ? y[t] / term : y[t] - term;
    const previous = states.level;
    states.level = alpha * deseasonalised + (1 - alpha) * base;
    if (hasTrend) states.trend = beta * (states.level - previous) + (1 - beta) * damped;
    if (season === "A") states.seasonal[place] = gamma * (y[t] - base) + (1 - gamma) * term;
    if (season === "M") states.seasonal[place] = gamma * (y[t] / base) + (1 - gamma) * term;
  }
  return sse;
}

function finish(
  y: Float64Array,
  form: SmoothingForm,
  weights: { readonly alpha: number; readonly beta: number; readonly gamma: number },
): SmoothingFit {
  const states = startStates(y, form);
  const fitted = new Array<number>(y.length).fill(NaN);
  const sumOfSquares = smooth(y, form, weights, states, fitted);
  const { season, seasonLength: m, phi, trend: hasTrend } = form;
  const forecast = (horizon: number): number[] => {
    let sumOfPhi = 0;
    let power = 1;
    return Array.from({ length: horizon }, (_, i) => {
      power *= phi;
      sumOfPhi += power;
      const base = states.level + (hasTrend ? sumOfPhi * states.trend : 0);
      if (season === "N") return base;
      const term = states.seasonal[(y.length + i) % m];
      return season === "A" ? base + term : base * term;
    });
  };
  return {
    ...weights,
    level: states.level,
    trend: states.trend,
    seasonal: [...states.seasonal],
    fitted,
    sumOfSquares,
    forecast,
  };
}
