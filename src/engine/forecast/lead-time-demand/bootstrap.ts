import { uniformDraws } from "../../math/random";
import { type LeadTimeDemand, sampledDemand, wholeAndPart } from "./distribution";
import type { Simulation } from "./regular";

/**
 * Plain bootstrap: demand of past periods drawn with replacement and summed; a part of a period is a period with that chance.
 * Source: Bookbinder and Lordahl (1989).
 */
export function bootstrapDemand(
  demand: Float64Array,
  periods: number,
  { paths, seed }: Simulation,
): LeadTimeDemand {
  const { whole, part } = wholeAndPart(periods);
  const draw = uniformDraws(seed);
  const sums = new Float64Array(paths);
  // Period by period over all paths, so that a longer span goes on where a shorter one ends.
  for (let h = 0; h < whole + (part > 0 ? 1 : 0); h++) {
    const here = partlyThere(h < whole ? 1 : part, seed);
    for (let i = 0; i < paths; i++) {
      const value = demand[Math.floor(draw() * demand.length)];
      if (here()) sums[i] += value;
    }
  }
  return sampledDemand("bootstrap", sums);
}

/** Whether the period counts on the next path: always for a whole one, in that share of paths for a part. */
export function partlyThere(part: number, seed: number): () => boolean {
  if (part === 1) return () => true;
  const draw = uniformDraws(seed ^ 0x2545f491);
  return () => draw() < part;
}
