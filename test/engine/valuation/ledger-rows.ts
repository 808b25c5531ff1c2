import type { Ledger } from "../../../src/engine/valuation";

/** One movement: day, units, cost and document. */
export type Row = readonly [date: number, quantity: number, cost?: number | null, ref?: string];

export const ledgerOf = (rows: readonly Row[]): Ledger => ({
  dates: rows.map(([date]) => date),
  quantities: rows.map(([, quantity]) => quantity),
  costs: rows.map(([, , cost]) => cost ?? NaN),
  refs: rows.map(([, , , ref]) => ref ?? ""),
});

/** Far inside a cent, and about what one rounding to a double leaves of sums of this size. */
export const tight = 1e-9;
