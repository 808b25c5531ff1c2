import type { HostRange, HostWorkbook } from "./host-workbook";

/** The cells of a range that hold formulas, those of a column under each other as one area. */
export function formulaAreas(workbook: HostWorkbook, within: HostRange): HostRange[] {
  const used = workbook.usedRange(within.sheetId, within);
  if (used === undefined) return [];
  const { sheetId } = used;
  const areas: HostRange[] = [];
  for (let column = used.column; column < used.column + used.columns; column++) {
    let rows = 0;
    for (let row = used.row; row <= used.row + used.rows; row++) {
      const inside = row < used.row + used.rows;
      if (inside && workbook.cell(sheetId, row, column).formula !== undefined) rows++;
      else if (rows > 0) {
        areas.push({ sheetId, row: row - rows, column, rows, columns: 1 });
        rows = 0;
      }
    }
  }
  return areas;
}
