import { factsOfDays, fixedLeadTime } from "../policies/lead-times";
import { proposePolicy, type PolicyTask } from "../policies/propose-policy";

/** One item at one place, as one supplier delivers it. */
export interface GapTask {
  readonly supplier: string;
  readonly item: string;
  readonly policy: PolicyTask;
  /** Calendar days of the lines that have arrived, at least two. */
  readonly days: readonly number[];
  /** Calendar days. */
  readonly agreed: number;
}

/** What the gap to the agreement costs, units of safety stock. */
export interface PricedGap {
  /** For arriving later than agreed on average; negative where it is earlier. */
  readonly late: number;
  /** For not arriving as regularly as a fixed time. */
  readonly spread: number;
}

/**
 * Safety stock for the item's own target under three suppliers: one that keeps the time agreed, one that always takes the mean of what was
 * delivered, and the real one. The first step is what being late costs, the second what being irregular costs.
 */
export function pricedGap({ policy, days, agreed }: GapTask): PricedGap {
  const actual = factsOfDays(days);
  const stockWith = (leadTime: PolicyTask["leadTime"]) =>
    proposePolicy({ ...policy, leadTime }).freeSafetyStock;
  const kept = stockWith(fixedLeadTime(agreed, "lead time agreed"));
  const regular = stockWith(fixedLeadTime(actual.mean, "mean of the lead times"));
  return { late: regular - kept, spread: stockWith(actual) - regular };
}
