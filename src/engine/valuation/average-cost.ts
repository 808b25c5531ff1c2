import { PlanningError } from "../errors";
import { nearest, over, times } from "../math/double-double";
import { emptyPool, postMovingAverage } from "./average-books";
import type { Ledger } from "./ledger";

export const averageMethods = ["MOVING", "PERIODIC"] as const;
export type AverageMethod = (typeof averageMethods)[number];

export interface AverageCost {
  /** Units in stock. */
  readonly quantity: number;
  /** Money per unit. */
  readonly unitCost: number;
  /** Money. */
  readonly value: number;
}

/**
 * Weighted average cost of one place. MOVING: anew with every receipt, so that an issue takes the average of the moment. PERIODIC: one
 * average of all the receipts of the ledger, less what went back to the supplier. Throws where posting had to stop.
 * Source: IAS 2.25 and 2.27; ASC 330-10-30-9.
 */
export function averageCost(ledger: Ledger, method: AverageMethod): AverageCost {
  const { pools, received, last, perUnit, faults } = postMovingAverage(ledger);
  if (faults.length > 0) throw faults[0].error;
  const stock = pools.get("") ?? emptyPool();
  const unitCost =
    method === "MOVING" ? last : received.steps > 0 ? over(received.money, received.steps) : undefined;
  if (unitCost === undefined)
    throw new PlanningError("insufficient-data", "qty", "qty must hold a receipt that was kept, got none");
  const value = method === "MOVING" ? stock.money : times(unitCost, stock.steps);
  return {
    quantity: stock.steps / perUnit,
    unitCost: nearest(unitCost),
    value: nearest(over(value, perUnit)),
  };
}
