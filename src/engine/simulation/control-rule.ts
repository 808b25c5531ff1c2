import { roundedOrder, type OrderRounding } from "../replenishment";

/** How a site orders. A position is on hand plus on order less backorders. */
export type ControlRule =
  | {
      /** Every review at which the position is at or below the reorder point: the fewest lots that lift it above. */
      readonly kind: "lots";
      readonly reorderPoint: number;
      readonly lot: number;
    }
  | {
      /** Every review at which the position is at or below the reorder point: up to the target. */
      readonly kind: "order-up-to";
      /** Infinity orders at every review. */
      readonly reorderPoint: number;
      readonly target: number;
    };

export const noLimits: OrderRounding = { minimum: 0, multiple: 0, maximum: Infinity };

/** Stocks and points nearer than this share of themselves are the same: sums of decimals are not exact. */
const noise = 1e-9;

/** Units to order at a review. */
export function orderAt(rule: ControlRule, position: number, limits: OrderRounding): number {
  const { reorderPoint } = rule;
  if (position > reorderPoint && position - reorderPoint > noise * Math.abs(reorderPoint)) return 0;
  const need =
    rule.kind === "lots"
      ? rule.lot * (Math.floor(Math.max(0, reorderPoint - position) / rule.lot + 1e-12) + 1)
      : rule.target - position;
  if (!(need > noise * Math.abs(position))) return 0;
  return limits === noLimits ? need : roundedOrder(need, limits);
}

/** Stock at the start unless another is given: full. */
export function startingStock(rule: ControlRule): number {
  return rule.kind === "lots" ? rule.reorderPoint + rule.lot : rule.target;
}
