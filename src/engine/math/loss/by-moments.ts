import { invalidInput } from "../../errors";
import { lognormalParameters, type DemandDistribution } from "../demand-distribution";
import { gammaLossFunctions } from "./gamma-loss";
import { lognormalLossFunctions } from "./lognormal-loss";
import type { LossFunctions } from "./loss-functions";
import { negativeBinomialLossFunctions } from "./negative-binomial-loss";
import { normalLossFunctions } from "./normal-loss";
import { poissonLossFunctions } from "./poisson-loss";

/** Losses of a demand known by its mean and standard deviation; POISSON takes the mean alone. */
export function lossFunctionsOf(kind: DemandDistribution, mean: number, sd: number): LossFunctions {
  // Below the last digits of the mean a spread cannot be told from none.
  const spread = sd <= 1e-12 * Math.abs(mean) ? 0 : sd;
  if (kind === "NORMAL" || (spread === 0 && kind !== "POISSON")) return normalLossFunctions(mean, spread);
  // No time to be demanded in: nothing is.
  if (mean === 0 && (kind === "POISSON" || sd === 0)) return normalLossFunctions(0, 0);
  if (!(mean > 0)) throw invalidInput("mean", `must be above 0 for ${kind}`, mean);
  if (kind === "POISSON") return poissonLossFunctions(mean);
  if (kind === "GAMMA") return gammaLossFunctions((mean / sd) ** 2, (sd * sd) / mean);
  if (kind === "LOGNORMAL") {
    const { mu, sigma } = lognormalParameters(mean, sd);
    return lognormalLossFunctions(mu, sigma);
  }
  const p = mean / (sd * sd);
  if (p >= 1) throw invalidInput("sd", `must have a square above the mean (${mean}) for NBINOM`, sd);
  return negativeBinomialLossFunctions((mean * p) / (1 - p), p);
}
