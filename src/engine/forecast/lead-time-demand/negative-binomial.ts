import { demandDistribution } from "../../math/demand-distribution";
import type { LeadTimeDemand } from "./distribution";
import { latticeUnit } from "./lattice";

/**
 * Negative binomial with the mean and variance of demand in a period times the span, in the unit in which sizes come; Poisson where the
 * variance is not above the mean.
 * Source: Syntetos, Babai and Altay (2012), section 3.
 */
export function negativeBinomialDemand(demand: Float64Array, periods: number): LeadTimeDemand {
  const sizes = [...demand].filter((value) => value > 0);
  const unit = latticeUnit(sizes);
  const n = demand.length;
  const mean = sizes.reduce((sum, value) => sum + value / unit / n, 0);
  const squares = demand.reduce((sum, value) => sum + (value / unit - mean) ** 2, 0);
  const variance = squares / Math.max(1, n - 1);
  const kind = variance > mean * (1 + 1e-9) ? "NBINOM" : "POISSON";
  const distribution = demandDistribution(kind, mean * periods, Math.sqrt(variance * periods));
  return {
    method: "negative binomial",
    mean: mean * periods * unit,
    quantile: (probability) => distribution.quantile(probability) * unit,
  };
}
