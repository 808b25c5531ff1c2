import type { Series } from "../demand";

/** A series with the pattern of its season taken out, and the way back. */
export interface SeasonalAdjustment {
  readonly kind: "none" | "multiplicative" | "additive";
  /** Factors with mean 1, or terms with sum 0, by place in the season, that of the first observation first; empty for none. */
  readonly pattern: readonly number[];
  /** Blanks stay NaN. */
  readonly adjusted: Float64Array;
  /** Puts the season of period t back: 0 is the first observation, `series.length` the first period ahead. */
  readonly restore: (value: number, t: number) => number;
}

/** Two-sided 90 %: the 95 % point of the normal distribution. */
export const criticalAutocorrelation = 1.6448536269514722;

/**
 * Whether the autocorrelation at one season stands out, two-sided at 90 %, from the noise that Bartlett's formula gives it when
 * those at lags 1 to season - 1 are as estimated: the test of the Theta method and of the M4 competition's Naive2 (which
 * asks for three seasons; here more than two are enough, as in R's forecast::thetaf). Pairs with a blank are left out.
 * Sources: Assimakopoulos and Nikolopoulos (2000); Fiorucci et al. (2016); Bartlett (1946).
 */
export function isSeasonal(series: Series, season: number): boolean {
  if (season < 2 || series.length <= 2 * season || isConstant(series)) return false;
  return seasonalityStatistic(series, season) > criticalAutocorrelation;
}

/** Autocorrelation at one season, without its sign, in standard errors. */
export function seasonalityStatistic(series: Series, season: number): number {
  const around = deviations(series);
  const own = autocovariance(around, 0);
  let noise = 1;
  for (let lag = 1; lag < season; lag++) noise += 2 * (autocovariance(around, lag) / own) ** 2;
  return Math.abs(autocovariance(around, season) / own) / Math.sqrt(noise / series.length);
}

/**
 * Classical decomposition: ratios to (or differences from) the centred moving average over one season, averaged by place, with mean 1
 * (sum 0). The moving average sees a blank as the mean of the nearest observations of its place in the season.
 * Source: Hyndman and Athanasopoulos (2021), section 3.4; equal to R's stats::decompose where nothing is blank.
 * @returns null where a place of the season has no ratio: fewer than two seasons, or a moving average of 0 or less under ratios
 */
export function seasonalPattern(
  series: Series,
  season: number,
  kind: "multiplicative" | "additive",
): number[] | null {
  const filled = withoutBlanks(series, season);
  if (series.length < 2 * season || filled === null) return null;
  const half = season >> 1;
  const endWeight = season % 2 === 0 ? 0.5 : 1;
  const sums = new Float64Array(season);
  const counts = new Float64Array(season);
  for (let t = half; t + half < series.length; t++) {
    let trend = endWeight * (filled[t - half] + filled[t + half]);
    for (let s = t - half + 1; s < t + half; s++) trend += filled[s];
    trend /= season;
    if (kind === "multiplicative" && !(trend > 0)) return null;
    if (Number.isNaN(series[t])) continue;
    sums[t % season] += kind === "multiplicative" ? series[t] / trend : series[t] - trend;
    counts[t % season] += 1;
  }
  if (counts.includes(0)) return null;
  const raw = Array.from(sums, (sum, place) => sum / counts[place]);
  const mean = raw.reduce((sum, value) => sum + value, 0) / season;
  return raw.map((value) => (kind === "multiplicative" ? value / mean : value - mean));
}

/** Factors below this would blow up what they divide. */
const smallestFactor = 0.01;

/**
 * Takes the season out where the test finds one: by factors, unless a value is negative, a season's mean is 0 or a factor is nearly
 * 0, where terms are taken off instead. Where neither can be had the series stays as it is.
 */
export function adjustForSeason(series: Series, season: number): SeasonalAdjustment {
  if (!isSeasonal(series, season)) return unadjusted(series);
  const factors = series.some((value) => value < 0)
    ? null
    : seasonalPattern(series, season, "multiplicative");
  if (factors?.every((factor) => factor >= smallestFactor)) {
    return {
      kind: "multiplicative",
      pattern: factors,
      adjusted: Float64Array.from(series, (value, t) => value / factors[t % season]),
      restore: (value, t) => value * factors[t % season],
    };
  }
  const terms = seasonalPattern(series, season, "additive");
  if (terms === null) return unadjusted(series);
  return {
    kind: "additive",
    pattern: terms,
    adjusted: Float64Array.from(series, (value, t) => value - terms[t % season]),
    restore: (value, t) => value + terms[t % season],
  };
}

function unadjusted(series: Series): SeasonalAdjustment {
  return { kind: "none", pattern: [], adjusted: Float64Array.from(series), restore: (value) => value };
}

function isConstant(series: Series): boolean {
  const first = series.find((value) => !Number.isNaN(value));
  return series.every((value) => Number.isNaN(value) || value === first);
}

/** From the mean of what is observed, in units of the largest so that squares stay finite. */
function deviations(series: Series): Float64Array {
  let sum = 0;
  let count = 0;
  let largest = 0;
  for (const value of series) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
    largest = Math.max(largest, Math.abs(value));
  }
  return Float64Array.from(series, (value) => (value - sum / count) / largest);
}

/** As R's acf(na.action = na.pass): the sum over the pairs observed, by the number of pairs plus the lag. */
function autocovariance(around: Float64Array, lag: number): number {
  let sum = 0;
  let pairs = 0;
  for (let t = lag; t < around.length; t++) {
    const product = around[t] * around[t - lag];
    if (Number.isNaN(product)) continue;
    sum += product;
    pairs++;
  }
  return pairs === 0 ? 0 : sum / (pairs + lag);
}

/** Blanks filled with the mean of the nearest observations one or more seasons before and after; null where a place has none. */
function withoutBlanks(series: Series, season: number): Float64Array | null {
  const filled = Float64Array.from(series);
  for (let t = 0; t < filled.length; t++) {
    if (!Number.isNaN(filled[t])) continue;
    const near = [nearest(series, t, -season), nearest(series, t, season)].filter(
      (value) => !Number.isNaN(value),
    );
    if (near.length === 0) return null;
    filled[t] = near.reduce((sum, value) => sum + value, 0) / near.length;
  }
  return filled;
}

function nearest(series: Series, from: number, step: number): number {
  for (let t = from + step; t >= 0 && t < series.length; t += step)
    if (!Number.isNaN(series[t])) return series[t];
  return NaN;
}
