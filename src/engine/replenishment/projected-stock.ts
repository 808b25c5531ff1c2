export interface StockProjection {
  /** Closing stock of the bucket, never below 0, units. */
  readonly closing: number;
  /** Demand of the bucket (and older backorders) that could not be met, units. */
  readonly shortage: number;
  /** How far closing stock lies below safety stock, units. */
  readonly belowSafetyStock: number;
}

/**
 * Time-phased stock: receipts of a bucket come before its demand; what is short is backordered and met first.
 * Source: ASCM Dictionary, "projected available balance".
 * @param receipts units per bucket; a shorter list has no receipts after its end
 * @param demand units per bucket, sets the number of buckets
 */
export function projectStock(
  onHand: number,
  receipts: readonly number[],
  demand: readonly number[],
  safetyStock: number,
): StockProjection[] {
  let balance = onHand;
  return demand.map((units, bucket) => {
    balance += (receipts[bucket] ?? 0) - units;
    const closing = Math.max(balance, 0);
    return { closing, shortage: Math.max(-balance, 0), belowSafetyStock: Math.max(safetyStock - closing, 0) };
  });
}
