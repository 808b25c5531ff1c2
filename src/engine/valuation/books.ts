import { PlanningError } from "../errors";
import type { DoubleDouble } from "../math/double-double";
import { shortage } from "./ledger";
import { type PreparedLedger } from "./prepare-ledger";

/** What one row moved to or from cost of sales. */
export interface CostOfSales {
  readonly row: number;
  /** Units sold; negative for a return from a customer, 0 for a late invoice. */
  readonly quantity: number;
  /** Money; negative for a return from a customer. */
  readonly amount: DoubleDouble;
}

export type MoveKind = "receipt" | "sale" | "supplier" | "invoice" | "transfer" | "revaluation";

/** What one row moved into stock at a place, or out of it. A late invoice moves as many as there are places with its units. */
export interface StockMove {
  /** -1 where no row did: a new standard, a new average. */
  readonly row: number;
  /** Day, an Excel serial. */
  readonly date: number;
  readonly place: string;
  readonly kind: MoveKind;
  /** Steps: + in, - out. */
  readonly steps: number;
  /** Money: + in, - out. */
  readonly amount: DoubleDouble;
}

/** Why a row is not posted, or only in part. */
export interface BookFault {
  readonly row: number;
  readonly error: PlanningError;
  /** Steps of the row that are not posted and have no price: + came in, - went out. */
  readonly unposted: number;
}

/** Where goods are between two places. */
export const inTransit = "in transit";

/** The books of one item over all its places. */
export interface ItemBooks {
  readonly moves: readonly StockMove[];
  readonly costOfSales: readonly CostOfSales[];
  /** Steps in one unit. */
  readonly perUnit: number;
  /** Rows in the order of posting. */
  readonly order: readonly number[];
  readonly faults: readonly BookFault[];
}

/**
 * Posts the rows of a ledger in their order. A row that cannot be posted is a fault; posting stops there unless it is to go on.
 * @param post answers the steps that were asked for and not there
 */
export function postRows(
  ledger: PreparedLedger,
  post: (row: number, partly: boolean) => number,
  goOn: boolean,
): BookFault[] {
  const faults: BookFault[] = [];
  for (const row of ledger.order) {
    try {
      const short = post(row, goOn);
      if (short > 0)
        faults.push({ row, unposted: -short, error: shortage(ledger, row, short / ledger.perUnit) });
    } catch (error) {
      if (!(error instanceof PlanningError)) throw error;
      faults.push({ row, unposted: ledger.steps[row], error });
      if (!goOn) break;
    }
  }
  return faults;
}
