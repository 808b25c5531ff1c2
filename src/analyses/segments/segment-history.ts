import { bucketOf } from "../../engine/calendar";
import { readRows, segmentHistoryTable, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { tableRows, type TableResult } from "../define-analysis";
import type { ReviewedItem } from "./review-segments";

export type HistoryRow = Row<typeof segmentHistoryTable.columns>;

/** 2026-Q1 of a day in it. */
export function quarterOf(serial: number): string {
  const quarter = bucketOf(serial, "Q");
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

export function historyRows(history: TableContent | undefined): readonly HistoryRow[] {
  return history === undefined ? [] : readRows(segmentHistoryTable, history.columns, history.rows).rows;
}

/**
 * SegmentHistory with the rows of this quarter. Rows of other quarters stay, however many. A second run in a quarter renews the row of an
 * item: its Old stays that of the first.
 */
export function historyWith(
  history: TableContent | undefined,
  quarter: string,
  items: readonly ReviewedItem[],
  runId: string,
): TableResult {
  const before = historyRows(history);
  const firstOld = new Map(before.filter((row) => row.Quarter === quarter).map((row) => [row.Item, row.Old]));
  const now = items.map(({ item, old, abc, xyz, value }) => ({
    Quarter: quarter,
    Item: item,
    Old: firstOld.has(item) ? (firstOld.get(item) ?? "") : old,
    New: abc + xyz,
    Value: value,
    RunId: runId,
  }));
  const renewed = new Set(now.map(({ Item }) => Item));
  const kept = before.filter(({ Quarter, Item }) => Quarter !== quarter || !renewed.has(Item as string));
  return tableRows(segmentHistoryTable, [...kept, ...now]);
}
