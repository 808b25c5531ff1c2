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

/** Money in safety stock that the new target adds; negative where it frees some. Null without a unit cost. */
export function stockEffect({ task, from, to }: EffectTask): number | null {
  if (task.unitCost === null) return null;
  const stockFor = (target: ServiceTarget) => proposePolicy({ ...task, target }).safetyStock;
  return (stockFor(to) - stockFor(from)) * task.unitCost;
}

/** Effects summed over the places of an item; null where one of them is not known. */
export function effectsByItem(
  work: readonly EffectTask[],
  effects: readonly (number | null)[],
  why: EffectTask["why"],
): ReadonlyMap<string, number | null> {
  const sums = new Map<string, number | null>();
  work.forEach((piece, i) => {
    if (piece.why !== why) return;
    const before = sums.get(piece.item);
    const effect = effects[i];
    sums.set(piece.item, before === null || effect === null ? null : (before ?? 0) + effect);
  });
  return sums;
}
