import { demandDistribution } from "../../math/demand-distribution";
import { beliefs, discountWeights, effectiveCount } from "./discounting";
import type { LeadTimeDemand } from "./distribution";
import { latticeUnit } from "./lattice";

/**
 * Demand that comes in most periods, without trend or season: negative binomial with the discounted mean and variance of a period, several
 * speeds of forgetting averaged. A mean known from n periods is itself in doubt by variance / n in each of them alike, so that the
 * variance over L periods is L + L^2 / n times that of one: few periods widen the distribution, the more so the longer the time.
 * Sources: Syntetos, Babai and Altay (2012), section 3; for the doubt about the mean: Prak, Teunter and Syntetos (2017), section 3.
 * @param demand periods observed, none negative
 */
export function frequentDemand(demand: Float64Array, periods: number): LeadTimeDemand {
  const weights = new Float64Array(demand.length);
  for (const { discount, belief } of beliefs(demand))
    discountWeights(demand.length, discount).forEach((weight, t) => (weights[t] += belief * weight));
  const unit = latticeUnit([...demand].filter((value) => value > 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = demand.reduce((sum, value, t) => sum + (weights[t] / total) * (value / unit), 0);
  const squares = demand.reduce(
    (sum, value, t) => sum + (weights[t] / total) * (value / unit - mean) ** 2,
    0,
  );
  const n = effectiveCount(weights);
  const variance = (squares * n) / Math.max(1, n - 1);
  const expected = mean * periods;
  const spread = variance * (periods + (periods * periods) / n);
  const method = "negative binomial, mean in doubt";
  if (variance === 0) return { method, mean: expected * unit, quantile: () => expected * unit };
  const kind = spread > expected * (1 + 1e-9) ? "NBINOM" : "POISSON";
  const distribution = demandDistribution(kind, expected, Math.sqrt(spread));
  return {
    method,
    mean: expected * unit,
    quantile: (probability) => distribution.quantile(probability) * unit,
  };
}
