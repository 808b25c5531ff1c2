import { type EtsForm, hasSeason } from "./form";

/**
 * Starting states from which fitting sets out: season by classical decomposition over the whole history, then a line through the
 * first periods without it, the idea of Hyndman et al. (2008), section 2.6.1. In the order in which `EtsPass.run` reads them.
 */
export function startStates(y: Float64Array, form: EtsForm, season: number): Float64Array {
  const m = hasSeason(form) ? season : 1;
  const multiplicative = form.season === "M";
  const seasonal = hasSeason(form) ? seasonPattern(y, m, multiplicative) : new Float64Array(0);
  const length = Math.min(y.length, Math.max(10, 2 * m));
  const plain = y.slice(0, length);
  if (hasSeason(form))
    for (let t = 0; t < length; t++)
      plain[t] = multiplicative ? plain[t] / seasonal[t % m] : plain[t] - seasonal[t % m];
  const { intercept, slope, mean } = line(plain);
  if (form.trend === "N") return Float64Array.from([mean, ...seasonal]);
  const positive = form.error === "M" || multiplicative;
  const sound = !positive || (intercept > 0.1 * mean && intercept + slope * y.length > 0);
  if (form.trend.startsWith("A"))
    return Float64Array.from([sound ? intercept : mean, sound ? slope : 0, ...seasonal]);
  const growth = (intercept + 2 * slope) / (intercept + slope);
  const steady = intercept > 0.1 * mean && growth > 0.8 && growth < 1.25;
  return Float64Array.from([steady ? intercept : mean, steady ? growth : 1, ...seasonal]);
}

/** Least-squares line through the observations that are there; period 0 is before the first. */
function line(y: Float64Array): { intercept: number; slope: number; mean: number } {
  let [n, sumT, sumY, sumTT, sumTY] = [0, 0, 0, 0, 0];
  for (let t = 0; t < y.length; t++) {
    if (Number.isNaN(y[t])) continue;
    n++;
    sumT += t + 1;
    sumY += y[t];
    sumTT += (t + 1) * (t + 1);
    sumTY += (t + 1) * y[t];
  }
  const mean = n === 0 ? 0 : sumY / n;
  const spread = sumTT - (sumT * sumT) / Math.max(n, 1);
  const slope = spread > 0 ? (sumTY - sumT * mean) / spread : 0;
  return { intercept: mean - (slope * sumT) / Math.max(n, 1), slope, mean };
}

/** Season by place: mean difference from, or ratio to, the centred moving average; from a straight line where that is too short. */
function seasonPattern(y: Float64Array, m: number, multiplicative: boolean): Float64Array {
  const centred = centredAverages(y, m);
  const { intercept, slope, mean } = line(y);
  const pattern = placeMeans(y, m, multiplicative, (t) => centred[t]);
  if (pattern.some((value) => Number.isNaN(value))) {
    const straight = placeMeans(y, m, multiplicative, (t) => {
      const along = intercept + slope * (t + 1);
      return multiplicative && along < 0.2 * mean ? mean : along;
    });
    const neutral = multiplicative ? 1 : 0;
    // One or two observations a place say little: halfway to no season.
    for (let j = 0; j < m; j++)
      pattern[j] = Number.isNaN(straight[j]) ? neutral : (straight[j] + neutral) / 2;
  }
  if (multiplicative) for (let j = 0; j < m; j++) pattern[j] = Math.max(pattern[j], 0.05);
  const centre = pattern.reduce((sum, value) => sum + value, 0) / m;
  return pattern.map((value) => (multiplicative ? value / centre : value - centre));
}

function placeMeans(
  y: Float64Array,
  m: number,
  multiplicative: boolean,
  smooth: (t: number) => number,
): Float64Array {
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = 0; t < y.length; t++) {
    const value = multiplicative ? y[t] / smooth(t) : y[t] - smooth(t);
    if (!Number.isFinite(value)) continue;
    sums[t % m] += value;
    counts[t % m]++;
  }
  return sums.map((sum, j) => sum / counts[j]);
}

/** Averages over a full season around each period, the ends at half weight for an even season; NaN at the edges and at gaps. */
function centredAverages(y: Float64Array, m: number): Float64Array {
  const half = Math.floor(m / 2);
  const edge = m % 2 === 0 ? 0.5 : 1;
  return y.map((_, t) => {
    if (t < half || t + half >= y.length) return NaN;
    let sum = edge * (y[t - half] + y[t + half]);
    for (let i = 1 - half; i < half; i++) sum += y[t + i];
    return sum / m;
  });
}
