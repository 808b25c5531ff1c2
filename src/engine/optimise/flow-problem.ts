/** Flows of one good along arcs: what leaves a node less what enters it is its supply (negative: its demand). */
export interface FlowProblem {
  /** Per node; they add up to 0. */
  readonly supply: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Money a unit. */
  readonly cost: ArrayLike<number>;
  /** Most that an arc carries; Infinity where it is free. */
  readonly capacity: ArrayLike<number>;
}
