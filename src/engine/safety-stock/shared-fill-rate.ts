/**
 * Returns at which stock may be laid in: units short that one unit more in stock saves in a period. Each is 15 % below the one before; from
 * where hardly anything is stocked to a millionth.
 */
export const returns: readonly number[] = Array.from({ length: 90 }, (_, i) => 1.5 * 0.85 ** i);

/** What one item has where its stock ends at each of the returns. */
export interface ItemByReturn {
  readonly fillRates: readonly number[];
  /** Units expected in a review. */
  readonly demand: number;
}

/** At each of the returns, the fill rate of all items together: units served of units demanded. */
export function sharedFillRates(items: readonly ItemByReturn[]): number[] {
  const demand = items.reduce((sum, item) => sum + item.demand, 0);
  return returns.map(
    (_, i) => items.reduce((sum, item) => sum + item.demand * item.fillRates[i], 0) / demand,
  );
}

/**
 * Place of the highest return at which all items together reach a fill rate. With stock where its last unit saves the same everywhere, no
 * other stock of as many units serves more of them.
 * Source: Sherbrooke (2004), section 2.7 (marginal analysis).
 */
export function returnFor(target: number, fillRates: readonly number[]): number {
  const place = fillRates.findIndex((fillRate) => fillRate >= target);
  return place < 0 ? fillRates.length - 1 : place;
}
