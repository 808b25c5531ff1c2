/** Where a formula stands, in the grid's own terms: ids of workbook and sheet, row and column from 0. */
export interface CellAddress {
  readonly unitId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export function cellKey({ unitId, sheetId, row, column }: CellAddress): string {
  return `${unitId}|${sheetId}|${row}|${column}`;
}
