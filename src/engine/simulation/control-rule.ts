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

export interface OrderLimits {
  /** Smallest order, units; 0 for none. */
  readonly minimum: number;
  /** Pack size, units; 0 for none. */
  readonly multiple: number;
}

export const noLimits: OrderLimits = { minimum: 0, multiple: 0 };

/** Units to order at a review. */
export function orderAt(rule: ControlRule, position: number, { minimum, multiple }: OrderLimits): number {
  if (position > rule.reorderPoint) return 0;
  const need =
    rule.kind === "lots"
      ? rule.lot * (Math.floor((rule.reorderPoint - position) / rule.lot + 1e-12) + 1)
      : rule.target - position;
  if (!(need > 0)) return 0;
  const wanted = Math.max(need, minimum);
  return multiple === 0 ? wanted : Math.ceil(wanted / multiple - 1e-9) * multiple;
}

/** Stock at the start unless another is given: full. */
export function startingStock(rule: ControlRule): number {
  return rule.kind === "lots" ? rule.reorderPoint + rule.lot : rule.target;
}
