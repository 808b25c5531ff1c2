import { PlanningError, invalidInput } from "../errors";

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
 * Market under ASC 330 for stock costed by LIFO or the retail method: replacement cost, at most net realisable value, at least that
 * less a normal margin. Source: ASC 330-10-20, market, and 330-10-35-1C.
 */
export function marketValue(replacement: number, netRealisable: number, normalMargin: number): number {
  return Math.min(netRealisable, Math.max(netRealisable - normalMargin, replacement));
}

export const accountingStandards = ["IAS2", "ASC330", "LCM"] as const;
/** IAS 2; ASC 330; ASC 330 for LIFO and the retail method, lower of cost or market. */
export type AccountingStandard = (typeof accountingStandards)[number];

/**
 * Lower of cost and net realisable value, item by item. A write-down needed now is compared with the earlier one: more is expensed; less
 * is reversed under IAS 2, at most what was written down before, and stays under ASC 330, where a write-down is a new cost.
 * Source: IAS 2.9, 2.29 (item by item) and 2.33 (reversal); ASC 330-10-35-1B and 35-14.
 * @param cost money per unit, before any write-down
 * @param netRealisable money per unit; below 0 counts as 0, stock itself is never a liability
 * @param priorWriteDown money for these units, at least 0
 */
export function lowerOfCostAndNrv(
  cost: number,
  netRealisable: number,
  quantity: number,
  priorWriteDown: number,
  standard: AccountingStandard = "IAS2",
): WriteDown {
  const needed = Math.max(0, cost - Math.max(0, netRealisable)) * quantity;
  const change = needed - priorWriteDown;
  const writeDown = Math.max(0, change);
  if (standard === "IAS2")
    return { writeDown, reversal: Math.max(0, -change), carrying: cost * quantity - needed };
  // A hair above is the rounding of a product, not a write-down of more than there was.
  if (priorWriteDown > cost * quantity * (1 + 1e-9)) {
    const rule = `must be at most the cost of the units (${cost * quantity})`;
    throw invalidInput("priorWritedown", rule, priorWriteDown);
  }
  return { writeDown, reversal: 0, carrying: cost * quantity - Math.max(needed, priorWriteDown) };
}
