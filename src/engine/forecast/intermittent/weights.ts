import { minimise } from "../../math/minimise";
import type { Smoothed, Weights } from "./recursion";

/** A weight as a planner gives it: a number in (0, 1], or "AUTO" to have it fitted. */
export type WeightChoice = number | "AUTO";

export interface WeightChoices {
  readonly alpha: WeightChoice;
  /** Left out: alpha where the method shares its weight, else 0.1, or fitted where alpha is. */
  readonly beta?: WeightChoice;
}

/**
 * - shared: beta, of the interval, is alpha unless it is given
 * - separate: beta, of the probability, is a weight of its own
 * - alpha: there is no other
 */
export type WeightKind = "shared" | "separate" | "alpha";

/** Weight where none is given: within the 0.05 to 0.2 that Syntetos and Boylan (2005) call realistic for intermittent demand. */
export const usualWeight = 0.1;

/**
 * Range in which weights are fitted. Few demands say little about a weight, and left free the squared errors of a short history often
 * favour repeating the last demand.
 */
const fittedRange = { least: 0.02, most: 0.3 };
const startingWeights = [0.05, usualWeight, 0.25];

/**
 * Weights as given; those to be fitted have the smallest sum of squared one-step errors over the periods observed. Never absolute
 * errors: the median is what makes those smallest, and of most intermittent demand that is zero.
 */
export function settledWeights(
  demand: Float64Array,
  smooth: (demand: Float64Array, weights: Weights) => Smoothed,
  kind: WeightKind,
  choices: WeightChoices,
): Weights {
  const beta = betaChoice(kind, choices);
  const free = [choices.alpha, beta].filter((choice) => choice === "AUTO").length;
  const weightsAt = (x: readonly number[]): Weights => {
    const alpha = choices.alpha === "AUTO" ? x[0] : choices.alpha;
    return { alpha, beta: beta === "AUTO" ? x[free - 1] : beta === "as alpha" ? alpha : beta };
  };
  if (free === 0) return weightsAt([]);
  const each = (value: number) => new Array<number>(free).fill(value);
  const loss = (x: readonly number[]) => squaredErrors(demand, smooth(demand, weightsAt(x)).fitted);
  const box = { lower: each(fittedRange.least), upper: each(fittedRange.most) };
  return weightsAt(minimise(loss, box, startingWeights.map(each)).at);
}

function betaChoice(kind: WeightKind, { alpha, beta }: WeightChoices): WeightChoice | "as alpha" {
  if (kind === "alpha") return "as alpha";
  return beta ?? (kind === "shared" ? "as alpha" : alpha === "AUTO" ? "AUTO" : usualWeight);
}

/** Sum of squared one-step errors in units of the largest demand, so that no scale overflows. */
function squaredErrors(demand: Float64Array, forecasts: Float64Array): number {
  const scale = demand.reduce((largest, value) => Math.max(largest, value), 0) || 1;
  let sum = 0;
  for (let t = 0; t < demand.length; t++) {
    if (!Number.isNaN(forecasts[t])) sum += ((demand[t] - forecasts[t]) / scale) ** 2;
  }
  return sum;
}
