import { invalidInput } from "../../errors";
import { poissonKernel, regularisedGamma } from "../gamma-function";
import { countLossFunctions } from "./discrete-loss";
import type { LossFunctions } from "./loss-functions";

/** Beyond it the demand is normal for all purposes, and its sums grow long. */
const largestMean = 1e9;

/** Poisson demand. */
export function poissonLossFunctions(mean: number): LossFunctions {
  if (!(mean > 0)) throw invalidInput("mean", "must be above 0 for POISSON", mean);
  if (mean > largestMean)
    throw invalidInput("mean", `must be at most ${largestMean} for POISSON (NORMAL serves beyond)`, mean);
  return countLossFunctions({
    mean,
    variance: mean,
    probability: (k) => poissonKernel(k, mean),
    ratio: (k) => mean / (k + 1),
    cdf: (x) => (x < 0 ? 0 : regularisedGamma(Math.floor(x) + 1, mean).upper),
  });
}
