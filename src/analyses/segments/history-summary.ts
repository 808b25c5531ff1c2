import { readRows, segmentHistoryTable } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

export interface QuarterMovement {
  readonly quarter: string;
  readonly items: number;
  /** Items that had a segment before and have another one after. */
  readonly moved: number;
  /** Of the items that had a segment before, 0-1; null where none had. */
  readonly share: number | null;
  /** Body rows of SegmentHistory that moved, counted from 0. */
  readonly movedRows: readonly number[];
}

/** Where an item was, quarter by quarter. */
export interface PathStep {
  readonly quarter: string;
  readonly old: string;
  readonly now: string;
  readonly value: number | null;
  readonly held: string;
  /** Body row of SegmentHistory, counted from 0. */
  readonly row: number;
}

export interface HistorySummary {
  /** The latest first. */
  readonly quarters: readonly QuarterMovement[];
  /** Codes in the history, in order. */
  readonly items: readonly string[];
  /** The earliest first. */
  readonly pathOf: (item: string) => readonly PathStep[];
}

const columns = narrowed(segmentHistoryTable, ["Quarter", "Item", "Old", "New", "Value", "Held"]);

/** All quarters, however many. */
export function historySummary(history: TableContent): HistorySummary {
  const { rows, rowNumbers } = readRows(columns, history.columns, history.rows);
  const quarters = new Map<string, { items: number; before: number; movedRows: number[] }>();
  const paths = new Map<string, PathStep[]>();
  rows.forEach(({ Quarter, Item, Old, New, Value, Held }, i) => {
    const [quarter, item, old, now] = [Quarter as string, Item as string, Old ?? "", New ?? ""];
    const row = rowNumbers[i] - 1;
    const known = quarters.get(quarter) ?? { items: 0, before: 0, movedRows: [] };
    quarters.set(quarter, known);
    known.items += 1;
    if (old !== "") known.before += 1;
    if (old !== "" && old !== now) known.movedRows.push(row);
    const path = paths.get(item) ?? [];
    paths.set(item, path);
    path.push({ quarter, old, now, value: Value, held: Held ?? "", row });
  });
  return {
    quarters: [...quarters]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([quarter, { items, before, movedRows }]) => ({
        quarter,
        items,
        moved: movedRows.length,
        share: before === 0 ? null : movedRows.length / before,
        movedRows,
      })),
    items: [...paths.keys()].sort(),
    pathOf: (item) => [...(paths.get(item) ?? [])].sort((a, b) => (a.quarter < b.quarter ? -1 : 1)),
  };
}
