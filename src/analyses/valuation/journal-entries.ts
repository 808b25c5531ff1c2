import { sumToTheCent } from "../../engine/valuation";
import type { ReserveRow } from "./reserve-history";
import type { TieOutRow } from "./tie-out/lines";

export interface JournalLine {
  readonly account: string;
  readonly location: string;
  readonly debit: number;
  readonly credit: number;
  readonly text: string;
  readonly basis: string;
}

export interface Accounts {
  readonly inventory: string;
  readonly allowance: string;
  readonly writeDown: string;
  readonly reversal: string;
  readonly costOfSales: string;
  readonly currency: string;
  readonly received: string;
}

/** Names of accounts in Settings, and what they are called without it. */
export const accountSettings: Readonly<
  Record<keyof Accounts, readonly [setting: string, otherwise: string]>
> = {
  inventory: ["Account inventory", "Inventory"],
  allowance: ["Account allowance", "Allowance for inventory"],
  writeDown: ["Account write-down", "Write-down of inventory"],
  reversal: ["Account reversal", "Reversal of write-down of inventory"],
  costOfSales: ["Account cost of sales", "Cost of sales"],
  currency: ["Account currency", "Currency translation"],
  received: ["Account goods received", "Goods and invoices received"],
};

/**
 * What the month end books: the reserve's movements, and what the tie-out found that the ledger has to correct. Each entry is a list of
 * lines whose debits and credits are equal.
 * Source: IAS 2.34 (write-downs and reversals in the period they occur); ASC 330-10-50-2.
 */
export function journalEntries(
  reserve: readonly ReserveRow[],
  tieOut: readonly TieOutRow[],
  accounts: Accounts,
): readonly (readonly JournalLine[])[] {
  const { allowance, writeDown, reversal, costOfSales, currency } = accounts;
  const moved = (
    of: (row: ReserveRow) => number | null,
    [debit, credit]: readonly [string, string],
    text: string,
    basis: string,
  ) => pairs(byLocation(reserve, of), debit, credit, text, basis);
  return [
    moved(({ New }) => New, [writeDown, allowance], "Write-down of stock", "Reserve[New]; IAS 2.34"),
    moved(
      ({ Released }) => Released,
      [allowance, reversal],
      "Reversal of write-down",
      "Reserve[Released]; IAS 2.33-34",
    ),
    moved(
      ({ Used }) => Used,
      [allowance, costOfSales],
      "Reserve used by stock sold or scrapped",
      "Reserve[Used]",
    ),
    moved(
      ({ Currency }) => Currency,
      [currency, allowance],
      "Reserve translated at the closing rate",
      "Reserve[Currency]; IAS 21",
    ),
    ...corrections(tieOut, accounts),
  ].filter((lines) => lines.length > 0);
}

function byLocation(
  reserve: readonly ReserveRow[],
  of: (row: ReserveRow) => number | null,
): readonly (readonly [location: string, amount: number])[] {
  const amounts = new Map<string, number[]>();
  for (const row of reserve) {
    const location = row.Location ?? "";
    amounts.set(location, [...(amounts.get(location) ?? []), of(row) ?? 0]);
  }
  return [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([location, all]) => [location, sumToTheCent(all)]);
}

/** A negative amount is booked the other way round. */
function pairs(
  amounts: readonly (readonly [location: string, amount: number])[],
  debit: string,
  credit: string,
  text: string,
  basis: string,
): JournalLine[] {
  return amounts.flatMap(([location, amount]) => {
    if (amount === 0) return [];
    const [from, to] = amount > 0 ? [debit, credit] : [credit, debit];
    const size = Math.abs(amount);
    return [
      { account: from, location, debit: size, credit: 0, text, basis },
      { account: to, location, debit: 0, credit: size, text, basis },
    ];
  });
}

/** What the ledger lacks or has too much of stock: an invoice that is in stock here, and stock of the vendor. */
function corrections(tieOut: readonly TieOutRow[], { inventory, received }: Accounts): JournalLine[][] {
  return tieOut.flatMap((row) => {
    const difference = row.Difference ?? 0;
    const invoice = row.Class === "late invoice" && row.Line === "Late invoice" && difference > 0;
    const vendor = row.Class === "consignment" && row.Line === "Vendor-owned stock in the ledger";
    if (row.Step !== "ledger" || (!invoice && !vendor)) return [];
    const text = `${invoice ? "Late invoice" : "Vendor-owned stock taken out"}: ${row.Document ?? ""}`;
    return [
      pairs(
        [[row.Location ?? "", difference]],
        inventory,
        received,
        text,
        `TieOut; ${vendor ? "IAS 2.8" : "IAS 2.10-11"}`,
      ),
    ];
  });
}
