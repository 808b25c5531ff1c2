import { PlanningError } from "../errors";

export interface OrderRule {
  /** On hand plus on order minus backorders, units. */
  readonly position: number;
  /** Order when the position is at or below this, units. */
  readonly reorderPoint: number;
  /** Order up to this level, units. */
  readonly target: number;
  /** Minimum order quantity, units; 0 for none. */
  readonly minimum: number;
  /** Pack size the order must be a multiple of, units, above 0. */
  readonly multiple: number;
  /** A fixed lot: enough of them are ordered to come above the reorder point. Replaces `target`. */
  readonly lot?: number;
}

/**
 * What to order now. Nothing above the reorder point; else up to the target (or the fewest lots that lift the position
 * above the reorder point), at least the minimum, rounded up to the multiple.
 * Source: Silver, Pyke and Thomas (2017), section 6.3 ((s,S) and (s,nQ) control).
 */
export function orderQuantity(rule: OrderRule): number {
  const { position, reorderPoint, target, minimum, multiple, lot } = rule;
  if (position > reorderPoint) return 0;
  const need = lot === undefined ? target - position : lot * lotsAbove(reorderPoint - position, lot);
  if (lot === undefined && target < reorderPoint) {
    const message = `target must be at least rop (${reorderPoint}), got ${target}`;
    throw new PlanningError("invalid-input", "target", message);
  }
  return need <= 0 ? 0 : roundUpToMultiple(Math.max(need, minimum), multiple);
}

/** The smallest number of lots that brings a position `shortfall` below the reorder point strictly above it. */
function lotsAbove(shortfall: number, lot: number): number {
  return Math.floor(shortfall / lot) + 1;
}

/** Rounds up to a multiple; a quotient that misses a whole number by rounding noise counts as whole. */
export function roundUpToMultiple(units: number, multiple: number): number {
  const packs = units / multiple;
  const nearest = Math.round(packs);
  const whole = Math.abs(packs - nearest) <= 1e-9 * Math.max(1, nearest) ? nearest : Math.ceil(packs);
  return whole * multiple;
}
