import { beliefs, discountWeights } from "./discounting";
import { compoundDistribution } from "./compound";
import { type CountedDemand, latticeDemand } from "./distribution";
import { latticeUnit } from "./lattice";
import { occurrenceChances, occurrenceCounts } from "./occurrences";
import type { SlowMoverPrior } from "./slow-mover-prior";
import { seenSizes, sizeDistribution } from "./sizes";

/**
 * Intermittent demand over a span of periods: chance of demand in a period (as TSB has it: discounted, so that it fades) times sizes as
 * seen, summed exactly. Several speeds of forgetting are averaged, and what a short history leaves unknown widens the distribution.
 * Source: Teunter, Syntetos and Babai (2011) for the chance; compound distribution: Embrechts and Frei (2009).
 * @param demand periods observed, none negative
 */
export function sporadicDemand(demand: Float64Array, periods: number): CountedDemand {
  return sporadicDemandOver(demand)(periods);
}

/**
 * The same for as many spans as are asked for.
 * @param prior what other items tell, where they are known
 */
export function sporadicDemandOver(
  demand: Float64Array,
  prior?: SlowMoverPrior,
): (periods: number) => CountedDemand {
  const forgetting = beliefs(demand);
  const weights = new Float64Array(demand.length);
  for (const { discount, belief } of forgetting)
    discountWeights(demand.length, discount).forEach((weight, t) => (weights[t] += belief * weight));
  const places = [...demand.keys()].filter((t) => demand[t] > 0);
  const sizes = places.map((t) => demand[t]);
  const unit = latticeUnit(sizes);
  const sizeWeights = Float64Array.from(places, (t) => weights[t]);
  // Demand that has never been anything else is taken at its word; a few equal sizes between zeros are not.
  const constant = demand.every((value) => value === demand[0]);
  const distribution = constant
    ? seenSizes(sizes, sizeWeights, unit).seen
    : sizeDistribution(sizes, sizeWeights, unit, prior);
  const chances = occurrenceChances(demand, forgetting, prior);
  return (periods) =>
    latticeDemand(
      "probability x sizes",
      compoundDistribution(occurrenceCounts(chances, periods), distribution),
      unit,
    );
}
