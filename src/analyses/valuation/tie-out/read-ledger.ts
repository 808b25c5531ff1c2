import { dayOfSerial } from "../../../engine/calendar";
import { ledgerTable, readRows, type Issue } from "../../../workbook/tables";
import type { TableContent } from "../../../workbook/workbook";
import type { Period } from "../cut-off";

export interface LedgerPosting {
  readonly row: number;
  readonly date: number;
  readonly item: string;
  readonly location: string;
  /** "" for a balance carried forward. */
  readonly ref: string;
  readonly amount: number;
}

export interface StockLedger {
  readonly postings: readonly LedgerPosting[];
  readonly later: readonly LedgerPosting[];
  /** First day on which documents are told one by one; undefined where there are balances only. */
  readonly documentsFrom?: number;
  readonly issues: readonly Issue[];
}

/** Postings to the stock accounts up to the cut-off, and those after it. */
export function readLedger(ledger: TableContent | undefined, { cutOff }: Period): StockLedger | undefined {
  if (ledger === undefined) return undefined;
  const { rows, rowNumbers, issues: read } = readRows(ledgerTable, ledger.columns, ledger.rows);
  const issues: Issue[] = [...read];
  const seen = new Map<string, number>();
  const all = rows.flatMap(({ Posting, Date, Item, Location, Ref, Amount }, i): LedgerPosting[] => {
    const before = seen.get(Posting as string);
    if (before !== undefined) {
      const message = `Posting must stand in one row only, got ${Posting}, which row ${before} has already`;
      issues.push({ table: ledgerTable.name, row: rowNumbers[i], column: "Posting", message });
      return [];
    }
    seen.set(Posting as string, rowNumbers[i]);
    return [
      {
        row: rowNumbers[i],
        date: Date as number,
        item: Item ?? "",
        location: Location ?? "",
        ref: Ref ?? "",
        amount: Amount as number,
      },
    ];
  });
  const last = dayOfSerial(cutOff);
  const postings = all.filter(({ date }) => dayOfSerial(date) <= last);
  const carried = postings.filter(({ ref }) => ref === "");
  const told = postings.filter(({ ref }) => ref !== "");
  const afterBalance = carried.reduce(
    (latest, { date }) => Math.max(latest, Math.floor(date) + 1),
    -Infinity,
  );
  const firstTold = told.reduce((first, { date }) => Math.min(first, Math.floor(date)), Infinity);
  return {
    postings,
    later: all.filter(({ date }) => dayOfSerial(date) > last),
    documentsFrom:
      told.length === 0 ? undefined : carried.length > 0 ? Math.min(afterBalance, firstTold) : firstTold,
    issues,
  };
}
