import { dayOfSerial } from "../../engine/calendar";
import type { Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { bookedMovements } from "../backtest/movements";

export interface DailyIssues {
  /** Units that customers took on each day from the first movement to the day before today; empty where nothing tells it. */
  readonly of: (leaf: string) => readonly number[];
  /** Rows of Transactions that cannot be used. */
  readonly issues: readonly Issue[];
}

export function dailyIssues(transactions: TableContent | undefined, today: number): DailyIssues {
  if (transactions === undefined) return { of: () => [], issues: [] };
  const { byLeaf, first, issues } = bookedMovements(transactions, undefined);
  const days = Math.max(0, dayOfSerial(today) - first);
  const of = (leaf: string) => {
    const issued = byLeaf.get(leaf)?.issued;
    return issued === undefined ? [] : Array.from({ length: days }, (_, t) => issued.get(first + t) ?? 0);
  };
  return { of, issues };
}
