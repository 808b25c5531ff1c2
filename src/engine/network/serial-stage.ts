/** A chain of stages, the one that serves customers first, its supplier second, and so on. */
export interface SerialSystem {
  /** Holding cost per unit and period of each stage's echelon: what a unit costs there more than one stage up. */
  readonly echelonHolding: readonly number[];
  readonly leadTimes: readonly number[];
  /** Demand of a period; sd undefined for POISSON. */
  readonly mean: number;
  readonly sd: number | undefined;
  /** Cost per unit and period that a customer waits. */
  readonly shortage: number;
}

/**
 * How the expected cost of echelon j changes with its inventory position: h_j + E[change of the stages below], which are capped at
 * their own base stock.
 */
export interface StageSlope {
  /** The position at which the cost is least. */
  readonly baseStock: number;
  /** Cost at the base stock less what the line through the far left says there. */
  readonly gain: number;
}
