import { dayOfSerial } from "../../engine/calendar";
import type { TableContent } from "../../workbook/workbook";
import { bookedMovements } from "../backtest/movements";

/** Units that left stock on each day from the first movement to the day before today, by leaf; empty where nothing tells it. */
export function dailyIssues(
  transactions: TableContent | undefined,
  today: number,
): (leaf: string) => readonly number[] {
  if (transactions === undefined) return () => [];
  const { byLeaf, first } = bookedMovements(transactions, undefined);
  const days = Math.max(0, dayOfSerial(today) - first);
  return (leaf) => {
    const issued = byLeaf.get(leaf)?.issued;
    return issued === undefined ? [] : Array.from({ length: days }, (_, t) => issued.get(first + t) ?? 0);
  };
}
