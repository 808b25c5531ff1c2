import { PlanningError } from "../errors";

export interface SellingTerms {
  /** Estimated selling price in the ordinary course of business, money per unit. */
  readonly price: number;
  /** Estimated cost of completion, money per unit. */
  readonly completion: number;
  /** All costs necessary to make the sale, money per unit. */
  readonly selling: number;
}

export interface FirmContract {
  /** Units held that are sold under the contract. */
  readonly quantity: number;
  /** Contract price, money per unit. */
  readonly price: number;
  /** All units held. */
  readonly held: number;
}

/**
 * Net realisable value per unit: price less completion less selling costs; may be negative.
 * Units held for a firm contract take its price, the rest the general price; the answer is their weighted mean.
 * Source: IAS 2.6 and IAS 2.31.
 */
export function netRealisableValue(terms: SellingTerms, contract?: FirmContract): number {
  const costs = terms.completion + terms.selling;
  if (contract === undefined || contract.quantity === 0) return terms.price - costs;
  if (contract.held <= 0)
    throw new PlanningError("invalid-input", "qty", `qty must be above 0, got ${contract.held}`);
  const share = Math.min(1, contract.quantity / contract.held);
  return share * contract.price + (1 - share) * terms.price - costs;
}

export interface WriteDown {
  /** To be expensed now, money. */
  readonly writeDown: number;
  /** Earlier write-down taken back now, money. */
  readonly reversal: number;
  /** Value on the balance sheet afterwards, money. */
  readonly carrying: number;
}

/**
 * Lower of cost and net realisable value, item by item. A write-down needed now is compared with the earlier one: more is expensed,
 * less is reversed, at most what was written down before.
 * Source: IAS 2.9, 2.29 (item by item) and 2.33 (reversal). Under ASC 330-10-35-14 a write-down is a new cost and is not reversed.
 * @param cost money per unit
 * @param netRealisable money per unit; below 0 counts as 0, stock itself is never a liability
 * @param priorWriteDown money for these units, at least 0
 */
export function lowerOfCostAndNrv(
  cost: number,
  netRealisable: number,
  quantity: number,
  priorWriteDown: number,
): WriteDown {
  const needed = Math.max(0, cost - Math.max(0, netRealisable)) * quantity;
  const change = needed - priorWriteDown;
  return {
    writeDown: Math.max(0, change),
    reversal: Math.max(0, -change),
    carrying: cost * quantity - needed,
  };
}
