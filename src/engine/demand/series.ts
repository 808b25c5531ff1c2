/**
 * Observations of one item, oldest to newest, one per time bucket.
 * NaN marks a missing observation (a blank cell inside the history): it is not a demand of zero.
 * The first and last entries of a series read from cells are never NaN.
 */
export type Series = readonly number[];

export function isMissing(value: number): boolean {
  return Number.isNaN(value);
}

/** The observations that are there, in order. */
export function observed(series: Series): number[] {
  return series.filter((value) => !Number.isNaN(value));
}
