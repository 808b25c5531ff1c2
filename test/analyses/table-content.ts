import type { CellValue, TableContent } from "../../src/workbook/workbook";

/** A table as the workbook would tell it, without a workbook. */
export function tableContent(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
): TableContent {
  return { name, sheet: name, columns, rowCount: rows.length, address: `${name}!A1`, rows };
}

/** 2024-01-15, and the fifteenth of the months after it: Excel counts days. */
const JANUARY = 45_306;
export const monthDate = (month: number): number => JANUARY + Math.round(month * 30.4375);
