import type { ServiceTarget } from "../policies/target-rows";
import type { ProposedItem } from "../policies/proposed-items";

/** What a segment's target gives, both ways. */
export interface SegmentService {
  readonly segment: string;
  readonly target: ServiceTarget;
  readonly count: number;
  /** Units a day of all its items. */
  readonly demand: number;
  /** Mean over the items: a cycle is a cycle. */
  readonly cycleServiceLevel: number;
  /** Weighted by demand: a unit is a unit. */
  readonly fillRate: number;
  /** Money in safety stock; items without a cost left out. */
  readonly value: number;
}

export function segmentService(
  segment: string,
  target: ServiceTarget,
  items: readonly ProposedItem[],
): SegmentService {
  const demand = items.reduce((sum, { proposal }) => sum + proposal.meanADay, 0);
  const mean = (of: (item: ProposedItem) => number) => items.reduce((sum, item) => sum + of(item), 0);
  return {
    segment,
    target,
    count: items.length,
    demand,
    cycleServiceLevel: mean(({ proposal }) => proposal.cycleServiceLevel / items.length),
    fillRate: mean(({ proposal }) => (proposal.fillRate * proposal.meanADay) / demand),
    value: mean(({ proposal, unitCost }) => proposal.safetyStock * (unitCost ?? 0)),
  };
}
