/**
 * Cost of the stock of one site by its net lead time, weight x shape[inbound + time - outbound]; the outbound time is at most the inbound
 * time plus `time`.
 */
export interface StockTerm {
  readonly weight: number;
  readonly time: number;
  /** By whole net lead time, as far as the network can need it; 0 first, and never falling. */
  readonly shape: Float64Array;
  /** The shape is the square root, whose curves cross once at most: quicker to work with than a table of any numbers. */
  readonly isRoot: boolean;
}

/** Safety stock of a site by whole net lead time: 0 first, never falling, up to its longest replenishment. */
export type StockTable = Float64Array;

/** A table up to `longest` of 0 first, then the largest so far. */
export function neverFalling(longest: number, stock: (time: number) => number): StockTable {
  const table = new Float64Array(longest + 1);
  for (let time = 1; time <= longest; time++) table[time] = Math.max(table[time - 1], stock(time));
  return table;
}

let rootTable = new Float64Array(0);

/** Square roots of 0 to `most` at least: the shape of normal demand. */
export function roots(most: number): Float64Array {
  if (rootTable.length <= most)
    rootTable = Float64Array.from({ length: 2 * most + 2 }, (_, k) => Math.sqrt(k));
  return rootTable;
}

/** Between an outbound time and a customer's inbound time: no stock, no time. */
export const noStock: StockTerm = { weight: 0, time: 0, shape: new Float64Array(0), isRoot: true };
