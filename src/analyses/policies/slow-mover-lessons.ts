import type { SlowMoverPrior } from "../../engine/forecast";
import type { LearntAllowance } from "../../engine/safety-stock";

/** What the slow movers of a table tell together, which the history of none of them can. */
export interface SlowMoverLessons {
  readonly prior: SlowMoverPrior;
  /** Fill rate of all together at each of the returns in a bucket, by their distributions; null where too few cycles can be replayed. */
  readonly fillRates: readonly number[] | null;
  /** What stock set so lacked in past cycles; null where too few can be replayed. */
  readonly allowance: LearntAllowance | null;
}
