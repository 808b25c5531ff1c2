import { PlanningError, insufficientData } from "../../errors";
import { type Series, observed } from "../../demand";
import { filledLinearly } from "./fill";
import { Loess, type LoessSettings } from "./loess";

/** Settings of Cleveland et al. (1990), section 3; what is left out takes the defaults of R's stl. */
export interface StlSettings {
  /** Periods in a season, at least 2. */
  readonly season: number;
  /** Seasons that the seasonal smoother weighs, odd and at least 7; "periodic" has the same pattern every season. */
  readonly seasonalWindow: number | "periodic";
  /** Periods that the trend smoother weighs, odd; by default the next odd number above 1.5 season / (1 - 1.5 / seasonalWindow). */
  readonly trendWindow?: number;
  /** Rounds that weigh outliers down: 15 when true. */
  readonly robust?: boolean;
}

/** An additive split: series = trend + seasonal + remainder. */
export interface StlDecomposition {
  readonly trend: readonly number[];
  readonly seasonal: readonly number[];
  /** NaN where the observation is missing. */
  readonly remainder: readonly number[];
  /** Weight of each observation, 0-1: 0 for a missing one, below 1 for outliers in a robust decomposition. */
  readonly weights: readonly number[];
}

/**
 * Seasonal-trend decomposition by loess.
 * Source: Cleveland, Cleveland, McRae and Terpenning (1990). A missing observation has weight 0 in every local fit, so that nothing is
 * imputed; trend and season are given there all the same.
 * @throws PlanningError where fewer than two seasons are there
 */
export function stl(series: Series, settings: StlSettings): StlDecomposition {
  checkSeason(settings.season);
  checkSettings(settings);
  if (series.length < 2 * settings.season) {
    const rule = `must hold at least two seasons (${2 * settings.season} periods)`;
    throw insufficientData("demand", rule, series.length);
  }
  if (observed(series).length === 0)
    throw new PlanningError("insufficient-data", "demand", "demand must hold numbers, got only blanks");
  return new StlPass(series, settings).run(settings.robust === true ? 15 : 0);
}

export function checkSeason(season: number): void {
  if (Number.isInteger(season) && season >= 2) return;
  const message = `season must be a whole number of at least 2, got ${season}`;
  throw new PlanningError("invalid-input", "season", message);
}

function checkSettings({ seasonalWindow, trendWindow }: StlSettings): void {
  const bad = (value: number, least: number) => !(value >= least) || value % 2 !== 1;
  const refuse = (name: string, least: number, value: number) => {
    const message = `${name} must be an odd number of at least ${least}, got ${value}`;
    throw new PlanningError("invalid-input", name, message);
  };
  if (seasonalWindow !== "periodic" && bad(seasonalWindow, 7)) refuse("seasonalWindow", 7, seasonalWindow);
  if (trendWindow !== undefined && bad(trendWindow, 3)) refuse("trendWindow", 3, trendWindow);
}

const nextOdd = (value: number) => Math.round(value) + ((Math.round(value) + 1) % 2);
const every = (window: number, degree: 0 | 1): LoessSettings => ({
  window,
  degree,
  jump: Math.ceil(window / 10),
});

/** One decomposition under way: the arrays that the rounds share. */
class StlPass {
  private readonly n: number;
  private readonly season: number;
  private readonly periodic: boolean;
  private readonly seasonalFit: LoessSettings;
  private readonly trendFit: LoessSettings;
  private readonly lowPassFit: LoessSettings;
  private readonly loess: Loess;
  private readonly y: Float64Array;
  private readonly there: Float64Array;
  private readonly gaps: boolean;
  private readonly trend: Float64Array;
  private readonly seasonal: Float64Array;
  /** Smoothed seasons with one more at either end, C of section 3.2. */
  private readonly cycles: Float64Array;
  private readonly work: Float64Array;
  private readonly more: Float64Array;

  constructor(series: Series, { season, seasonalWindow, trendWindow }: StlSettings) {
    const n = series.length;
    this.n = n;
    this.season = season;
    this.periodic = seasonalWindow === "periodic";
    // A window of ten lengths weighs all seasons alike to within rounding, as R's stl has it.
    const window = seasonalWindow === "periodic" ? 10 * n + 1 : seasonalWindow;
    this.seasonalFit = every(window, 0);
    this.trendFit = every(trendWindow ?? nextOdd(Math.ceil((1.5 * season) / (1 - 1.5 / window))), 1);
    this.lowPassFit = every(nextOdd(season), 1);
    this.loess = new Loess(n + 2 * season);
    this.y = filledLinearly(series);
    this.there = Float64Array.from(series, (value) => (Number.isNaN(value) ? 0 : 1));
    this.gaps = this.there.includes(0);
    this.trend = new Float64Array(n);
    this.seasonal = new Float64Array(n);
    this.cycles = new Float64Array(n + 2 * season);
    this.work = new Float64Array(n + 2 * season);
    this.more = new Float64Array(n + 2 * season);
  }

  run(robustRounds: number): StlDecomposition {
    const inner = robustRounds > 0 ? 1 : 2;
    let weights = this.there;
    for (let round = 0; round <= robustRounds; round++) {
      const used = this.gaps || round > 0 ? weights : null;
      for (let i = 0; i < inner; i++) this.innerLoop(used);
      if (round < robustRounds) weights = this.robustWeights();
    }
    if (this.periodic) this.averageSeasons();
    const { y, seasonal, trend, there } = this;
    return {
      trend: [...trend],
      seasonal: [...seasonal],
      remainder: Array.from(y, (value, t) => (there[t] === 0 ? NaN : value - seasonal[t] - trend[t])),
      weights: [...weights],
    };
  }

  /** Section 3.2, steps 1 to 6. */
  private innerLoop(weights: Float64Array | null): void {
    const { n, season, y, trend, seasonal, cycles, work, more, loess } = this;
    for (let t = 0; t < n; t++) work[t] = y[t] - trend[t];
    this.smoothCycles(work, weights);
    movingAverage(cycles, n + 2 * season, season, work);
    movingAverage(work, n + season + 1, season, more);
    movingAverage(more, n + 2, 3, work);
    loess.smooth(work, n, this.lowPassFit, null, more);
    for (let t = 0; t < n; t++) {
      seasonal[t] = cycles[season + t] - more[t];
      work[t] = y[t] - seasonal[t];
    }
    loess.smooth(work, n, this.trendFit, weights, trend);
  }

  /** Smooths each place of the season over the seasons and carries it one season beyond either end. */
  private smoothCycles(detrended: Float64Array, weights: Float64Array | null): void {
    const { n, season, cycles, loess, seasonalFit } = this;
    const most = Math.ceil(n / season);
    const values = new Float64Array(most);
    const shares = weights === null ? null : new Float64Array(most);
    const smoothed = new Float64Array(most + 2);
    for (let place = 0; place < season; place++) {
      const count = Math.ceil((n - place) / season);
      for (let i = 0; i < count; i++) {
        values[i] = detrended[i * season + place];
        if (shares !== null && weights !== null) shares[i] = weights[i * season + place];
      }
      loess.smooth(values, count, seasonalFit, shares, smoothed, 1);
      const right = Math.min(seasonalFit.window, count) - 1;
      const before = loess.at(values, count, seasonalFit, -1, 0, right, shares);
      smoothed[0] = Number.isNaN(before) ? smoothed[1] : before;
      const left = Math.max(0, count - seasonalFit.window);
      const after = loess.at(values, count, seasonalFit, count, left, count - 1, shares);
      smoothed[count + 1] = Number.isNaN(after) ? smoothed[count] : after;
      for (let i = 0; i < count + 2; i++) cycles[i * season + place] = smoothed[i];
    }
  }

  /**
   * Bisquare weights of section 3.3: 1 for small remainders, 0 beyond six median sizes. (For an even number of observations R's stl now and
   * then takes a wrong median, from a partial sort; here it is the median.)
   */
  private robustWeights(): Float64Array {
    const { y, trend, seasonal, there } = this;
    const sizes = y.map((value, t) => Math.abs(value - trend[t] - seasonal[t]));
    const sorted = sizes.filter((_, t) => there[t] === 1).sort();
    const middle = sorted.length >> 1;
    const limit = 3 * (sorted[middle] + sorted[sorted.length - 1 - middle]);
    return sizes.map((size, t) => {
      if (there[t] === 0 || size > 0.999 * limit) return 0;
      if (size <= 0.001 * limit) return 1;
      return (1 - (size / limit) ** 2) ** 2;
    });
  }

  private averageSeasons(): void {
    const { n, season, seasonal } = this;
    for (let place = 0; place < season; place++) {
      let sum = 0;
      let count = 0;
      for (let t = place; t < n; t += season) {
        sum += seasonal[t];
        count++;
      }
      for (let t = place; t < n; t += season) seasonal[t] = sum / count;
    }
  }
}

/** Running means of `length` neighbours of the first n; the result has n - length + 1. */
function movingAverage(x: Float64Array, n: number, length: number, out: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += x[i];
  out[0] = sum / length;
  for (let i = length; i < n; i++) {
    sum += x[i] - x[i - length];
    out[i - length + 1] = sum / length;
  }
}
