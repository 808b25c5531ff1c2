export interface Lane {
  readonly i: number;
  readonly j: number;
  readonly cost: number;
}

/** Rows give, columns take, lanes carry nothing or at least the smallest move. */
export interface Transport {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly lanes: readonly Lane[];
  readonly smallest: number;
}
