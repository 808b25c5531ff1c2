import { tsb } from "../intermittent";
import { compoundDistribution } from "./compound";
import { latticeDemand, type LeadTimeDemand } from "./distribution";
import { latticeUnit } from "./lattice";
import { countsOver } from "./occurrences";
import { seenSizes } from "./sizes";

/**
 * TSB's probability of demand times the sizes seen, each as likely, periods independent; summed exactly.
 * Source: Teunter, Syntetos and Babai (2011), with weight 0.05 for the probability.
 */
export function tsbTimesSizes(demand: Float64Array, periods: number): LeadTimeDemand {
  const sizes = [...demand].filter((value) => value > 0);
  const { probability } = tsb.fitWith([...demand], { alpha: 0.1, beta: 0.05 }).details;
  const unit = latticeUnit(sizes);
  const { seen } = seenSizes(sizes, new Float64Array(sizes.length).fill(1), unit);
  return latticeDemand(
    "TSB probability x sizes",
    compoundDistribution(countsOver(Number(probability), 0, periods), seen),
    unit,
  );
}
