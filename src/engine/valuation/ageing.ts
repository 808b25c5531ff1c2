import { PlanningError, invalidInput } from "../errors";
import { daysBetween } from "../supply";
import { nearest, plus, product, zero, type DoubleDouble } from "../math/double-double";
import { countInSteps } from "./quantity-steps";

export interface DatedReceipts {
  /** Days, as Excel serials; NaN leaves a receipt out. */
  readonly dates: readonly number[];
  /** Units; what is not above 0 is no receipt. */
  readonly quantities: readonly number[];
  /** Money per unit, one a receipt, or one for all. */
  readonly costs?: readonly number[];
}

export interface AgedStock {
  /** Units by bucket: up to each bound in days, then older. */
  readonly quantities: readonly number[];
  /** Money by bucket; absent without costs. */
  readonly values?: readonly number[];
  /** Units without a receipt, counted in the last bucket. */
  readonly unmatched: number;
  /** Days since the oldest receipt that has stock; undefined where none has. */
  readonly oldest?: number;
}

/**
 * Age of stock by its receipts, first in first out: what is on hand is what came last. Units that no receipt explains are older than the
 * receipts known and stand in the last bucket. Receipts after `asOf` do not count.
 * Source: Silver, Pyke and Thomas (2017), chapter 8; the layers are those of IAS 2.27.
 * @param bounds ascending, days; an age equal to a bound belongs to its bucket
 */
export function ageStock(
  receipts: DatedReceipts,
  onHand: number,
  { bounds, asOf }: { readonly bounds: readonly number[]; readonly asOf: number },
): AgedStock {
  const { dates, quantities, costs } = receipts;
  const known = dates
    .map((date, i) => ({ date, i }))
    .filter(({ date, i }) => date < Math.floor(asOf) + 1 && quantities[i] > 0)
    .sort((a, b) => b.date - a.date || b.i - a.i);
  const { steps, perUnit } = countInSteps([onHand, ...known.map(({ i }) => quantities[i])]);
  const byBucket = new Array<number>(bounds.length + 1).fill(0);
  const money: DoubleDouble[] = byBucket.map(() => zero);
  const put = (bucket: number, count: number, cost: number) => {
    byBucket[bucket] += count;
    money[bucket] = plus(money[bucket], product(cost, count));
  };
  let left = steps[0];
  let oldest: number | undefined;
  for (let k = 0; k < known.length && left > 0; k++) {
    const { date, i } = known[k];
    const part = Math.min(left, steps[k + 1]);
    if (part === 0) continue;
    const age = daysBetween(date, asOf);
    const bucket = bounds.findIndex((bound) => age <= bound);
    put(bucket < 0 ? bounds.length : bucket, part, costs === undefined ? 0 : costOf(costs, i));
    oldest = age;
    left -= part;
  }
  if (left > 0) put(bounds.length, left, costs === undefined ? 0 : costOfUnmatched(costs, left / perUnit));
  return {
    quantities: byBucket.map((count) => count / perUnit),
    values: costs && money.map((each) => nearest(each) / perUnit),
    unmatched: left / perUnit,
    oldest,
  };
}

function costOf(costs: readonly number[], i: number): number {
  const cost = costs.length === 1 ? costs[0] : costs[i];
  if (Number.isNaN(cost)) throw invalidInput(`cost at position ${i + 1}`, "must be given", null);
  return cost;
}

/** One cost for all holds for them too; what no receipt explains has no cost of a receipt. */
function costOfUnmatched(costs: readonly number[], units: number): number {
  if (costs.length === 1) return costOf(costs, 0);
  throw new PlanningError(
    "no-solution",
    "onhand",
    `onhand must not exceed the receipts where each has its own cost, got ${units} units without a receipt`,
  );
}
