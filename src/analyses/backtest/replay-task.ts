import type { PlannedItem } from "../policies/plan-policies";

/** One item's past, from the first day that is replayed. */
export interface ReplayTask {
  readonly item: PlannedItem;
  /** Day since 1970 of the first entry. */
  readonly from: number;
  readonly issued: readonly number[];
  /** Units that left stock on the days before it, as far back as movements reach. */
  readonly issuedBefore: readonly number[];
  readonly received: readonly number[];
  /** Stock at the start of the first day. */
  readonly opening: number;
  /** Buckets of history that a proposal may see. */
  readonly history: number;
  /** Receipts from which they decide the lead time. */
  readonly receipts: number;
  /** Money that a unit short for a while costs, as a share of its cost. */
  readonly shortageRate: number;
}
