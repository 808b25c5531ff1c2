import type { IRange, IUnitRange } from "@univerjs/core";
import type { CellAddress } from "./cell-address";

/** Cells as few vertical runs: the engine searches its tree once for each range. */
export function mergeCells(cells: readonly CellAddress[]): IUnitRange[] {
  const sorted = [...cells].sort(
    (a, b) =>
      compare(a.unitId, b.unitId) || compare(a.sheetId, b.sheetId) || a.column - b.column || a.row - b.row,
  );
  const ranges: { unitId: string; sheetId: string; range: IRange }[] = [];
  for (const { unitId, sheetId, row, column } of sorted) {
    const last = ranges[ranges.length - 1];
    const continues =
      last !== undefined &&
      last.unitId === unitId &&
      last.sheetId === sheetId &&
      last.range.startColumn === column &&
      row <= last.range.endRow + 1;
    if (continues) last.range.endRow = row;
    else
      ranges.push({
        unitId,
        sheetId,
        range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      });
  }
  return ranges;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
