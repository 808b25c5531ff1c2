import { invalidInput } from "../../errors";
import { normalCdf, normalDensity } from "../normal";
import { integrateToInfinity } from "./integrate";
import type { LossFunctions } from "./loss-functions";

/** Below this share of its larger part, a difference has lost too many digits. */
const cancelled = 1e-3;

/**
 * Demand whose logarithm is normal with mean mu and standard deviation sigma. With k = (log x - mu) / sigma the losses are x phi(k) times
 * the integral of e^(-kt - t^2/2) times e^(sigma t) - 1 (above) or 1 - e^(-sigma t) (below); the closed form, such as
 * e^(mu + sigma^2/2) Phi(sigma - k) - x Phi(-k), is quicker and serves where it does not cancel.
 * Source: Crow and Shimizu (1988), Lognormal Distributions, ch. 1 (partial moments).
 */
export function lognormalLossFunctions(mu: number, sigma: number): LossFunctions {
  if (!(sigma > 0)) throw invalidInput("sigma", "must be above 0", sigma);
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const variance = mean * mean * Math.expm1(sigma * sigma);
  if (!Number.isFinite(variance))
    throw invalidInput("sigma", "must leave a finite variance of demand", sigma);
  const standard = (x: number) => (Math.log(x) - mu) / sigma;
  // P(Z > k) weighted by e^(power sigma Z), and the losses as differences of these.
  const weighted = (k: number, power: number) =>
    Math.exp(power * mu + (power * sigma) ** 2 / 2) * normalCdf(power * sigma - k);
  const upper = (x: number, power: 1 | 2): number => {
    const k = standard(x);
    const gain = weighted(k, power) + (power === 2 ? x * x * weighted(k, 0) : 0);
    const loss = gain - (power === 1 ? x * weighted(k, 0) : 2 * x * weighted(k, 1));
    if (loss > cancelled * gain) return loss;
    const part = (t: number) => Math.exp(-k * t - (t * t) / 2) * Math.expm1(sigma * t) ** power;
    return x ** power * normalDensity(k) * integrateToInfinity(part, 1 / Math.max(k, 1));
  };
  const lower = (x: number): number => {
    const k = standard(x);
    const gain = x * normalCdf(k);
    const loss = gain - mean * normalCdf(k - sigma);
    if (loss > cancelled * gain) return loss;
    const part = (t: number) => Math.exp(k * t - (t * t) / 2) * -Math.expm1(-sigma * t);
    return x * normalDensity(k) * integrateToInfinity(part, 1 / Math.max(-k, 1));
  };
  const lowerSecond = (x: number): number => {
    const k = standard(x);
    const part = (t: number) => Math.exp(k * t - (t * t) / 2) * Math.expm1(-sigma * t) ** 2;
    return x * x * normalDensity(k) * integrateToInfinity(part, 1 / Math.max(-k, 1));
  };
  // k = sigma / 2 is the mean: the tail to integrate is the one beyond it.
  const beyond = (x: number) => standard(x) > sigma / 2;
  const left = (x: number): number => {
    if (x <= 0) return 0;
    return beyond(x) ? x - mean + upper(x, 1) : lower(x);
  };
  const short = (x: number): number => {
    if (x <= 0) return mean - x;
    return beyond(x) ? upper(x, 1) : mean - x + lower(x);
  };
  const shortSecond = (x: number): number => {
    if (x > 0 && beyond(x)) return upper(x, 2) / 2;
    const both = (variance + (mean - x) ** 2) / 2;
    return x <= 0 ? both : both - lowerSecond(x) / 2;
  };
  return { mean, variance, cdf: (x) => (x <= 0 ? 0 : normalCdf(standard(x))), short, left, shortSecond };
}
