import { invalidInput } from "../../errors";
import { poissonKernel, regularisedGamma } from "../gamma-function";
import { integrateToInfinity } from "./integrate";
import type { LossFunctions } from "./loss-functions";

/**
 * Gamma demand by shape a and scale. Below the mean the lower loss is a series of positive terms, above it the upper losses are
 * integrals of positive functions; the other side follows from mean and variance, where it is the larger one.
 * Source of P(a, y) as a series, from which the losses follow by integration: Abramowitz and Stegun (1964) 6.5.29.
 */
export function gammaLossFunctions(shape: number, scale: number): LossFunctions {
  if (!(shape > 0)) throw invalidInput("shape", "must be above 0", shape);
  if (shape > largestShape)
    throw invalidInput("shape", `must be at most ${largestShape} (NORMAL serves beyond)`, shape);
  if (!(scale > 0)) throw invalidInput("scale", "must be above 0", scale);
  const mean = shape * scale;
  const variance = mean * scale;
  const left = (x: number): number => {
    if (x <= 0) return 0;
    return x <= mean ? scale * lowerSeries(shape, x / scale, 1) : x - mean + short(x);
  };
  const short = (x: number): number => {
    if (x <= 0) return mean - x;
    return x <= mean ? mean - x + left(x) : scale * upperLoss(shape, x / scale);
  };
  const shortSecond = (x: number): number => {
    if (x > mean) return (scale * scale * upperSecond(shape, x / scale)) / 2;
    const both = (variance + (mean - x) ** 2) / 2;
    return x <= 0 ? both : both - scale * scale * lowerSeries(shape, x / scale, 2);
  };
  const cdf = (x: number) => (x <= 0 ? 0 : regularisedGamma(shape, x / scale).lower);
  return { mean, variance, cdf, short, left, shortSecond };
}

/** Beyond it the demand is normal for all purposes, and its series grow long. */
const largestShape = 1e9;
/** Below this share of its larger part, a difference has lost too many digits. */
const cancelled = 1e-3;

/** E[(Y - y)+] = (a - y) Q(a, y) + a kernel, or the integral where the two parts cancel. */
function upperLoss(a: number, y: number): number {
  const gain = a * poissonKernel(a, y);
  const loss = gain - (y - a) * regularisedGamma(a, y).upper;
  return loss > cancelled * gain ? loss : upperIntegral(a, y, 1);
}

/** E[((Y - y)+)^2] = [(a - y)^2 + a] Q(a, y) - a (y - a - 1) kernel, or the integral. */
function upperSecond(a: number, y: number): number {
  const gain = ((a - y) ** 2 + a) * regularisedGamma(a, y).upper;
  const second = gain - a * (y - a - 1) * poissonKernel(a, y);
  return second > cancelled * gain ? second : upperIntegral(a, y, 2);
}

/** E[((y - Y)+)^k] / k! of a unit-scale gamma: kernel x sum over n of C(n + k, k) y^(n+k) / ((a + 1) ... (a + n + k)). */
function lowerSeries(a: number, y: number, k: 1 | 2): number {
  let term = y / (a + 1);
  if (k === 2) term *= y / (a + 2);
  let sum = term;
  for (let n = 1; n < 1e7; n++) {
    term *= ((y / (a + n + k)) * (n + k)) / n;
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum * poissonKernel(a, y);
}

/** Integral of v^k over the density at y + v: density(y) x integral of v^k (1 + v/y)^(a-1) e^-v. */
function upperIntegral(a: number, y: number, k: 1 | 2): number {
  const density = (poissonKernel(a, y) * a) / y;
  if (density === 0) return 0;
  // The integrand falls off over 1 / (1 - (a - 1)/y), or over the standard deviation near the mean.
  const width = 1 / Math.max(1 - (a - 1) / y, 1 / Math.sqrt(y));
  const integrand = (v: number) => (k === 1 ? v : v * v) * Math.exp((a - 1) * Math.log1p(v / y) - v);
  return density * integrateToInfinity(integrand, width);
}
