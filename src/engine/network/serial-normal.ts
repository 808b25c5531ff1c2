import { findRoot } from "../math/find-root";
import { normalDensity, normalUpperTail } from "../math/normal";
import type { SerialSystem, StageSlope } from "./serial-stage";

/** Nodes and weights of Gauss and Legendre with ten points on [-1, 1], the positive half (Abramowitz and Stegun, table 25.4). */
const nodes = [
  0.148874338981631211, 0.433395394129247191, 0.679409568299024406, 0.865063366688984511, 0.97390652851717172,
];
const weights = [
  0.29552422471475287, 0.269266719309996355, 0.219086362515982044, 0.149451349150580593, 0.066671344308688138,
];

/** Beyond so many standard deviations the normal distribution is taken as over: 1e-19. */
const reach = 9;
/** Standard deviations a panel of the integral may span: ten points are then right to about 1e-12. */
const panel = 2;
/** Grid points per standard deviation of a stage's lead-time demand; six-point interpolation is then right to about 1e-10. */
const finest = 28;

/** A derivative: `line` below `from`, smooth up to `to` but for the kinks, 0 above `to`. */
interface Slope {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly kinks: readonly number[];
  /** Widest interval over which it is well approximated by a polynomial. */
  readonly scale: number;
  readonly at: (x: number) => number;
}

/** Base stocks for normal demand, not truncated at 0, by quadrature of the recursion of derivatives. */
export function normalSlopes(
  { echelonHolding, leadTimes, mean }: SerialSystem,
  penalty: number,
  sd: number,
): StageSlope[] {
  let below: Slope = { line: -penalty, from: 0, to: 0, kinks: [], scale: Infinity, at: () => -penalty };
  let ahead = { mean: 0, variance: 0 };
  return echelonHolding.map((holding, j) => {
    const leadTime = leadTimes[j];
    const [mu, sigma] = [mean * leadTime, sd * Math.sqrt(leadTime)];
    const direct = sigma > 0 ? smoothed(below, holding, mu, sigma) : shifted(below, holding, mu);
    const line = below.line + holding;
    ahead = { mean: ahead.mean + mu, variance: ahead.variance + sigma * sigma };
    // To the left neither all demand up to the customer nor the stage's own alone is ever so small that a stage below is full.
    const from = Math.min(ahead.mean - reach * Math.sqrt(ahead.variance), below.to + mu - reach * sigma);
    const baseStock = leastAt(direct, from, sigma, below.to + mu);
    const kinks = sigma > 0 ? [] : [...below.kinks, below.to].map((kink) => kink + mu);
    const scale = sigma > 0 ? sigma : below.scale;
    const at = sigma > 0 ? tabulated(direct, from, baseStock, sigma / finest) : direct;
    const slope: Slope = { line, from: Math.min(from, baseStock), to: baseStock, kinks, scale, at };
    below = slope;
    const gain = integral((x) => direct(x) - line, slope.from, baseStock, scale, kinks);
    return { baseStock, gain };
  });
}

/** h + E[slope below at y - D] for normal D. */
function smoothed(below: Slope, holding: number, mu: number, sigma: number): (y: number) => number {
  return (y) => {
    const density = (x: number) => (below.at(x) * normalDensity((y - x - mu) / sigma)) / sigma;
    const start = Math.max(below.from, y - mu - reach * sigma);
    const end = Math.min(below.to, y - mu + reach * sigma);
    const inside = integral(density, start, end, panel * Math.min(sigma, below.scale), below.kinks);
    return holding + inside + below.line * normalUpperTail((y - below.from - mu) / sigma);
  };
}

/** The same where demand over the lead time is known. */
function shifted(below: Slope, holding: number, mu: number): (y: number) => number {
  return (y) => {
    const x = y - mu;
    return holding + (x < below.from ? below.line : x < below.to ? below.at(x) : 0);
  };
}

/** Where the derivative turns positive. It is negative at `from` and the holding cost far to the right. */
function leastAt(slope: (y: number) => number, from: number, sigma: number, right: number): number {
  let high = right;
  for (let step = Math.max(sigma, 1e-9 * Math.abs(right)); slope(high) < 0; step *= 2) high += step;
  return slope(from) < 0 ? findRoot(slope, from, high) : from;
}

/** Values on a grid, read by six-point Lagrange interpolation. */
function tabulated(
  f: (x: number) => number,
  from: number,
  to: number,
  widest: number,
): (x: number) => number {
  const cells = Math.max(6, Math.ceil((to - from) / widest));
  const step = (to - from) / cells;
  const values = Float64Array.from({ length: cells + 1 }, (_, k) => f(from + k * step));
  return (x) => {
    const place = (x - from) / step;
    const first = Math.max(0, Math.min(cells - 5, Math.floor(place) - 2));
    const t = place - first;
    const [t1, t2, t3, t4, t5] = [t - 1, t - 2, t - 3, t - 4, t - 5];
    return (
      (-t1 * t2 * t3 * t4 * t5 * values[first]) / 120 +
      (t * t2 * t3 * t4 * t5 * values[first + 1]) / 24 -
      (t * t1 * t3 * t4 * t5 * values[first + 2]) / 12 +
      (t * t1 * t2 * t4 * t5 * values[first + 3]) / 12 -
      (t * t1 * t2 * t3 * t5 * values[first + 4]) / 24 +
      (t * t1 * t2 * t3 * t4 * values[first + 5]) / 120
    );
  };
}

/** Gauss-Legendre over panels of at most `widest`, cut at the kinks. */
function integral(
  f: (x: number) => number,
  from: number,
  to: number,
  widest: number,
  kinks: readonly number[],
): number {
  if (!(to > from)) return 0;
  const cuts = [from, ...kinks.filter((kink) => kink > from && kink < to).sort((a, b) => a - b), to];
  let sum = 0;
  for (let k = 0; k + 1 < cuts.length; k++) {
    const panels = Math.max(1, Math.ceil((cuts[k + 1] - cuts[k]) / widest));
    const half = (cuts[k + 1] - cuts[k]) / panels / 2;
    for (let p = 0; p < panels; p++) {
      const middle = cuts[k] + (2 * p + 1) * half;
      for (let i = 0; i < nodes.length; i++) {
        sum += weights[i] * half * (f(middle - half * nodes[i]) + f(middle + half * nodes[i]));
      }
    }
  }
  return sum;
}
