import { PlanningError } from "../errors";

export interface OrderRounding {
  /** Minimum order quantity, units; 0 for none. */
  readonly minimum: number;
  /** Pack size the order must be a multiple of, units; 0 for none. */
  readonly multiple: number;
  /** Largest order, units; Infinity for none. */
  readonly maximum: number;
}

export interface OrderRule extends OrderRounding {
  /** On hand plus on order minus backorders, units. */
  readonly position: number;
  /** Order when the position is at or below this, units. */
  readonly reorderPoint: number;
  /** Order up to this level, units. */
  readonly target: number;
  /** A fixed lot: enough of them are ordered to come above the reorder point. Replaces `target`. */
  readonly lot?: number;
}

/**
 * What to order now. Nothing above the reorder point; else up to the target (or the fewest lots that lift the position
 * above the reorder point), at least the minimum, rounded up to the multiple, cut down to the maximum.
 * Source: Silver, Pyke and Thomas (2017), section 6.3 ((s,S) and (s,nQ) control).
 */
export function orderQuantity(rule: OrderRule): number {
  const { position, reorderPoint, target, lot } = rule;
  if (position > reorderPoint) return 0;
  const need = lot === undefined ? target - position : lot * lotsAbove(reorderPoint - position, lot);
  if (lot === undefined && target < reorderPoint) {
    const message = `target must be at least rop (${reorderPoint}), got ${target}`;
    throw new PlanningError("invalid-input", "target", message);
  }
  return roundedOrder(need, rule);
}

/**
 * A need as it can be ordered: 0 if nothing is needed, else at least the minimum and rounded up to whole packs; above the maximum the whole
 * packs that fit into it.
 */
export function roundedOrder(need: number, { minimum, multiple, maximum }: OrderRounding): number {
  if (need <= 0) return 0;
  const wanted = Math.max(need, minimum);
  const rounded = multiple === 0 ? wanted : roundUpToMultiple(wanted, multiple);
  if (rounded <= maximum) return rounded;
  const most = multiple === 0 ? maximum : roundDownToMultiple(maximum, multiple);
  if (most > 0 && most >= minimum) return most;
  const least = multiple === 0 ? minimum : roundUpToMultiple(Math.max(minimum, multiple), multiple);
  throw new PlanningError(
    "no-solution",
    "max",
    `max must be at least the smallest order (${least}), got ${maximum}`,
  );
}

/** The smallest number of lots that brings a position `shortfall` below the reorder point strictly above it. */
function lotsAbove(shortfall: number, lot: number): number {
  return Math.floor(shortfall / lot) + 1;
}

/** Rounds up to a multiple; a quotient that misses a whole number by rounding noise counts as whole. */
export function roundUpToMultiple(units: number, multiple: number): number {
  const packs = units / multiple;
  return (nearlyWhole(packs) ?? Math.ceil(packs)) * multiple;
}

function roundDownToMultiple(units: number, multiple: number): number {
  const packs = units / multiple;
  return (nearlyWhole(packs) ?? Math.floor(packs)) * multiple;
}

function nearlyWhole(packs: number): number | undefined {
  const nearest = Math.round(packs);
  return Math.abs(packs - nearest) <= 1e-9 * Math.max(1, nearest) ? nearest : undefined;
}
