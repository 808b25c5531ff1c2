import type { IRange } from "@univerjs/core";
import type { CellRange } from "../../xlsx";

export function gridRange({ row, column, rows, columns }: CellRange): IRange {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}

export function cellRange(range: IRange): CellRange {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}
