import { proposePolicy, type PolicyTask } from "../policies/propose-policy";
import type { ServiceTarget } from "../policies/target-rows";

/** A change of target to be priced, for one item at one place. */
export interface EffectTask {
  readonly item: string;
  readonly why: "move" | "upgrade";
  readonly task: PolicyTask;
  readonly from: ServiceTarget;
  readonly to: ServiceTarget;
}

/**
 * What a new target adds to safety stock; negative where it frees some. What slow movers learn from past cycles is the same under both targets
 * and drops out of the difference, so it is not learnt here.
 */
export interface StockEffect {
  readonly units: number;
  /** Money; null without a unit cost. */
  readonly cash: number | null;
}

export function stockEffect({ task, from, to }: EffectTask): StockEffect {
  const stockFor = (target: ServiceTarget) => proposePolicy({ ...task, target }).safetyStock;
  const units = stockFor(to) - stockFor(from);
  return { units, cash: task.unitCost === null ? null : units * task.unitCost };
}

/** Effects summed over the places of an item; null where one of them is not known, in money or at all. */
export function effectsByItem(
  work: readonly EffectTask[],
  effects: readonly (StockEffect | null)[],
  why: EffectTask["why"],
): ReadonlyMap<string, StockEffect | null> {
  const sums = new Map<string, StockEffect | null>();
  work.forEach((piece, i) => {
    if (piece.why !== why) return;
    const before = sums.get(piece.item);
    const effect = effects[i];
    sums.set(piece.item, before === undefined ? effect : added(before, effect));
  });
  return sums;
}

function added(one: StockEffect | null, other: StockEffect | null): StockEffect | null {
  if (one === null || other === null) return null;
  const cash = one.cash === null || other.cash === null ? null : one.cash + other.cash;
  return { units: one.units + other.units, cash };
}
