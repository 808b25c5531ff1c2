export interface BackorderLot {
  /** Units per order. */
  readonly quantity: number;
  /** Share of demand that waits for the next delivery, as planned. */
  readonly backorderShare: number;
  /** Orders, carrying and backorders; money per year. */
  readonly cost: number;
}

/**
 * Economic order quantity when customers wait at a price: Q = sqrt(2 K D (h + p) / (h p)), of which h / (h + p) is sold before it arrives.
 * Source: Snyder and Shen (2019), section 3.5; Silver, Pyke and Thomas (2017), section 4.9.
 * @param shortCost p, money per unit and year that a customer waits, above 0
 */
export function orderQuantityWithBackorders(
  demand: number,
  orderCost: number,
  holdingCost: number,
  shortCost: number,
): BackorderLot {
  const work = 2 * orderCost * demand;
  const backorderShare = holdingCost / (holdingCost + shortCost);
  return {
    quantity: Math.sqrt(work / (holdingCost * (1 - backorderShare))),
    backorderShare,
    cost: Math.sqrt(work * shortCost * backorderShare),
  };
}
