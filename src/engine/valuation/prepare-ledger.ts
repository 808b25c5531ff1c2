import { invalidInput } from "../errors";
import { at, type Ledger } from "./ledger";
import { postingOrder } from "./posting-order";
import { type CountedQuantities, countInSteps } from "./quantity-steps";

export interface PreparedLedger extends Ledger, CountedQuantities {
  /** Rows in the order in which they are posted. */
  readonly order: readonly number[];
}

/** Checks what every method of valuation needs, and puts the rows in the order of posting. */
export function prepareLedger(ledger: Ledger): PreparedLedger {
  const { dates, quantities } = ledger;
  for (let row = 0; row < dates.length; row++) {
    if (Number.isNaN(dates[row])) throw invalidInput(at(ledger, "dates", row), "must be a date", null);
    if (Number.isNaN(quantities[row])) throw invalidInput(at(ledger, "qty", row), "must be a number", null);
  }
  const counted = countInSteps(quantities);
  return { ...ledger, ...counted, order: postingOrder(ledger) };
}
