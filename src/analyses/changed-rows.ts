import { normalised } from "../workbook/tables/read-table";
import type { CellValue, TableContent } from "../workbook/workbook";

/** How many rows of a table writing these columns would change; a column that is not there changes every row. */
export function changedRows(
  table: TableContent,
  columns: Readonly<Record<string, readonly CellValue[]>>,
): number {
  const places = Object.keys(columns).map((name) => ({
    place: table.columns.findIndex((column) => normalised(column) === normalised(name)),
    values: columns[name],
  }));
  return table.rows.filter((row, r) =>
    places.some(({ place, values }) => place < 0 || row[place] !== values[r]),
  ).length;
}
