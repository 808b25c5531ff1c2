import { PlanningError, invalidInput } from "../errors";
import { isoTextOfSerial } from "../calendar";

/** Stock movements of one item, in the order in which they were entered. */
export interface Ledger {
  /** Days, as Excel serials. */
  readonly dates: readonly number[];
  /** Units: + in, - out. 0 with a cost is an invoice that came after the goods. */
  readonly quantities: readonly number[];
  /** Money per unit where units came in, money in all where the quantity is 0; NaN where blank. */
  readonly costs: readonly number[];
  /** Document that a row belongs to; "" for none. */
  readonly refs?: readonly string[];
  /** How a row is called in messages; its place in the ledger, counted from 1, where left out. */
  readonly positions?: readonly number[];
  /** Where units come in or go out; one place where left out. */
  readonly places?: readonly string[];
  /** Rows of units that move from one place to another under their document, out before in. */
  readonly transfers?: readonly boolean[];
}

/** The argument and the place of a row, for messages. */
export function at({ positions }: Ledger, argument: string, row: number): string {
  return `${argument} at position ${positions?.[row] ?? row + 1}`;
}

export const placeOf = ({ places }: Ledger, row: number): string => places?.[row] ?? "";

/** The row brings units from a transfer, and no transfer of its document sent as many. */
export function noSuchTransfer(ledger: Ledger, row: number): PlanningError {
  return invalidInput(
    at(ledger, "ref", row),
    "must be that of a transfer that sent as many units",
    ledger.refs?.[row],
  );
}

/** The row is an invoice, and no receipt before it has its document. */
export function noSuchReceipt(ledger: Ledger, row: number): PlanningError {
  return invalidInput(
    at(ledger, "ref", row),
    "must be that of an earlier receipt where qty is 0",
    ledger.refs?.[row],
  );
}

/** The cost of a row that brings units in or is a late invoice. */
export function costOf(ledger: Ledger, row: number): number {
  const cost = ledger.costs[row];
  const argument = at(ledger, "cost", row);
  if (Number.isNaN(cost)) throw invalidInput(argument, "must be given where units come in", null);
  if (cost < 0 && ledger.quantities[row] > 0) throw invalidInput(argument, "must be at least 0", cost);
  return cost;
}

/** Negative stock is reported, never priced. */
export function shortage(ledger: Ledger, row: number, units: number): PlanningError {
  const place = `on ${isoTextOfSerial(ledger.dates[row])} (position ${ledger.positions?.[row] ?? row + 1})`;
  return new PlanningError("no-solution", "qty", `qty must not take stock below 0, got ${-units} ${place}`);
}
