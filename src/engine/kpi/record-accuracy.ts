import { PlanningError, invalidInput } from "../errors";

export const accuracyBases = ["LINE", "VALUE"] as const;
export type AccuracyBasis = (typeof accuracyBases)[number];

export interface CountedRecords {
  /** Units on record; NaN leaves the record out. */
  readonly book: readonly number[];
  /** Units counted; NaN where not counted. */
  readonly counted: readonly number[];
  /** Money per unit; needed by VALUE. */
  readonly unitCosts?: readonly number[];
}

export interface RecordAccuracy {
  /** LINE: records within tolerance. VALUE: value on record less that of the differences beyond tolerance. */
  readonly right: number;
  /** Records counted, or their value. */
  readonly of: number;
}

/**
 * Inventory record accuracy. LINE: share of the records counted whose difference is within a share `tolerance` of the record. VALUE: one
 * less the value of all differences beyond tolerance, over and short alike, over the value on record; below 0 where they exceed it.
 * Source: ASCM Dictionary, "inventory accuracy", "cycle counting".
 */
export function recordAccuracy(
  { book, counted, unitCosts }: CountedRecords,
  tolerance: number,
  by: AccuracyBasis,
): RecordAccuracy {
  if (by === "VALUE" && unitCosts === undefined)
    throw invalidInput("unitCost", "must be given where by is VALUE", null);
  let right = 0;
  let of = 0;
  book.forEach((units, i) => {
    if (Number.isNaN(units) || Number.isNaN(counted[i])) return;
    const difference = Math.abs(counted[i] - units);
    const off = difference > tolerance * Math.abs(units) * (1 + 1e-12) ? difference : 0;
    if (by === "LINE") {
      of++;
      if (off === 0) right++;
      return;
    }
    const cost = unitCosts?.[i] ?? NaN;
    if (Number.isNaN(cost)) throw invalidInput(`unitCost at position ${i + 1}`, "must be a number", null);
    of += units * cost;
    right += (units - off) * cost;
  });
  if (of === 0) {
    const what = by === "LINE" ? "book and counted must share a record" : "the value of book must not be 0";
    throw new PlanningError("zero-denominator", "book", what);
  }
  return { right, of };
}
