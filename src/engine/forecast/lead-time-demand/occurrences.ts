import { discountWeights, effectiveCount, type Forgetting } from "./discounting";
import { wholeAndPart } from "./distribution";
import type { SlowMoverPrior } from "./slow-mover-prior";

/** Chance of demand in a period, by one speed of forgetting. */
export interface OccurrenceChance {
  readonly belief: number;
  readonly probability: number;
  /** 1 / number of periods that it was learnt from. */
  readonly doubt: number;
}

/** A probability known from n periods is a beta variable. What other items tell is as many more periods. */
export function occurrenceChances(
  demand: Float64Array,
  forgetting: readonly Forgetting[],
  prior?: SlowMoverPrior,
): OccurrenceChance[] {
  const { share, shareWorth } = prior ?? { share: 0, shareWorth: 0 };
  return forgetting.map(({ discount, belief }) => {
    const weights = discountWeights(demand.length, discount);
    let withDemand = 0;
    let total = 0;
    for (let t = 0; t < demand.length; t++) {
      total += weights[t];
      if (demand[t] > 0) withDemand += weights[t];
    }
    const own = withDemand / total;
    const worth = effectiveCount(weights) + shareWorth;
    return { belief, probability: own + (shareWorth / worth) * (share - own), doubt: 1 / worth };
  });
}

/** How many of the coming periods bring demand: probabilities of 0, 1, 2, ..., beta-binomial, averaged over the speeds of forgetting. */
export function occurrenceCounts(chances: readonly OccurrenceChance[], periods: number): number[] {
  const counts = new Array<number>(Math.ceil(periods) + 1).fill(0);
  for (const { belief, probability, doubt } of chances)
    countsOver(probability, doubt, periods).forEach((value, k) => (counts[k] += belief * value));
  return counts;
}

/**
 * Probabilities of 0..trials successes where the chance of one has mean `probability` and was learnt from 1 / `doubt` trials: Polya's
 * urn, one draw after the other, which neither overflows nor cancels. Without doubt it is the binomial distribution.
 */
export function betaBinomial(probability: number, doubt: number, trials: number): number[] {
  let counts = [1];
  for (let drawn = 0; drawn < trials; drawn++) {
    const next = new Array<number>(drawn + 2).fill(0);
    for (let k = 0; k <= drawn; k++) {
      const success = (probability + k * doubt) / (1 + drawn * doubt);
      next[k] += counts[k] * (1 - success);
      next[k + 1] += counts[k] * success;
    }
    counts = next;
  }
  return counts;
}

/** The same over a span with a part of a period, which counts as a period with that chance. */
export function countsOver(probability: number, doubt: number, periods: number): number[] {
  const { whole, part } = wholeAndPart(periods);
  const counts = betaBinomial(probability, doubt, whole);
  if (part === 0) return counts;
  return betaBinomial(probability, doubt, whole + 1).map(
    (value, k) => part * value + (1 - part) * (counts[k] ?? 0),
  );
}
