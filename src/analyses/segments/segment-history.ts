import { bucketOf, bucketStart } from "../../engine/calendar";
import { readRows, segmentHistoryTable, type Issue, type Row } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent } from "../../workbook/workbook";
import { tableRows, type RowsResult } from "../define-analysis";
import type { ReviewedItem } from "./review-segments";

export type HistoryRow = Row<typeof segmentHistoryTable.columns>;

/** 2026-Q1 of a day in it. */
export function quarterOf(serial: number): string {
  const quarter = bucketOf(serial, "Q");
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

/** The end of the last month that is over on a day: what the day's review may know. */
export function endOfMonth(serial: number): number {
  return bucketStart(bucketOf(Math.floor(serial) + 1, "M"), "M") - 1;
}

export interface SegmentHistory {
  readonly rows: readonly HistoryRow[];
  /** Body row of each, counted from 1. */
  readonly rowNumbers: readonly number[];
  /** Rows that cannot be read, as they stand, in the order of the schema: nobody throws them away. */
  readonly unusable: readonly (readonly CellValue[])[];
  readonly issues: readonly Issue[];
}

export function readHistory(history: TableContent | undefined): SegmentHistory {
  if (history === undefined) return { rows: [], rowNumbers: [], unusable: [], issues: [] };
  const { rows, rowNumbers, issues } = readRows(segmentHistoryTable, history.columns, history.rows);
  const usable = new Set(rowNumbers);
  const places = columnNames.map((name) =>
    history.columns.findIndex((column) => normalised(column) === normalised(name)),
  );
  const unusable = history.rows
    .filter((row, i) => !usable.has(i + 1) && row.some((cell) => cell !== ""))
    .map((row) => places.map((place) => row[place] ?? ""));
  return { rows, rowNumbers, unusable, issues };
}

const columnNames = Object.keys(segmentHistoryTable.columns);

/** Segment by item at the start of a quarter that was reviewed already. */
export function segmentsBefore(history: readonly HistoryRow[], quarter: string): Map<string, string> {
  return new Map(
    history.flatMap((row) => (row.Quarter === quarter ? [[row.Item as string, row.Old ?? ""] as const] : [])),
  );
}

/**
 * SegmentHistory with the rows of this quarter. Rows of other quarters stay, however many. A second run in a quarter renews the row of an
 * item: its Old stays that of the first.
 */
export function historyWith(
  { rows: before, unusable }: SegmentHistory,
  quarter: string,
  items: readonly ReviewedItem[],
  runId: string,
): RowsResult {
  const firstOld = segmentsBefore(before, quarter);
  const now = items.map(({ item, old, abc, xyz, value, variation, months, heldReason, facts }) => ({
    Quarter: quarter,
    Item: item,
    Old: firstOld.get(item) ?? old,
    New: abc + xyz,
    Value: value,
    RunId: runId,
    CV: variation,
    Months: months,
    Held: heldReason ?? null,
    MinABC: classes.find((one) => one === facts.minAbc) ?? null,
  }));
  const renewed = new Set(now.map(({ Item }) => Item));
  const kept = before.filter(({ Quarter, Item }) => Quarter !== quarter || !renewed.has(Item as string));
  const { rows, ...result } = tableRows(segmentHistoryTable, [...kept, ...now]);
  return { ...result, rows: [...unusable, ...rows] };
}

const classes = ["A", "B", "C"] as const;
