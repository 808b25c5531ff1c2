import { invalidInput } from "../../errors";
import { regularisedBeta } from "../beta-function";
import { negativeBinomialKernel } from "../gamma-function";
import { countLossFunctions } from "./discrete-loss";
import type { LossFunctions } from "./loss-functions";

/** Beyond these, sums grow long. */
const largestVariance = 1e12;
const smallestChance = 1e-6;

/** Failures before the r-th success, each a success with probability p; r need not be whole. */
export function negativeBinomialLossFunctions(r: number, p: number): LossFunctions {
  if (!(r > 0)) throw invalidInput("r", "must be above 0", r);
  if (!(p > 0 && p < 1)) throw invalidInput("p", "must be between 0 and 1", p);
  const mean = (r * (1 - p)) / p;
  if (p < smallestChance)
    throw invalidInput("p", `must be at least ${smallestChance} for NBINOM (GAMMA serves below)`, p);
  if (mean / p > largestVariance)
    throw invalidInput(
      "r",
      `must leave a variance of at most ${largestVariance} for NBINOM (NORMAL serves beyond)`,
      r,
    );
  return countLossFunctions({
    mean,
    variance: (r * (1 - p)) / (p * p),
    probability: (k) => negativeBinomialKernel(k, r, p),
    ratio: (k) => ((k + r) / (k + 1)) * (1 - p),
    cdf: (x) => (x < 0 ? 0 : regularisedBeta(p, r, Math.floor(x) + 1)),
  });
}
