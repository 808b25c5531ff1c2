import type { CellValue, NewTable } from "../workbook";
import type { Columns, Row, TableSchema } from "./define-table";

/** Rows as cells, in the order of `columns` (the schema's own order where it is left out); null becomes a blank. */
export function writeRows<C extends Columns>(
  schema: TableSchema<C>,
  rows: readonly Partial<Row<C>>[],
  columns: readonly string[] = Object.keys(schema.columns),
): CellValue[][] {
  return rows.map((row) => columns.map((name) => (row[name] ?? "") as CellValue));
}

/** The empty table: headers and number formats, ready for `Workbook.createTable`. */
export function template(schema: TableSchema): NewTable {
  const columns = Object.keys(schema.columns);
  return { name: schema.name, columns, formats: columns.map((name) => schema.columns[name].format) };
}
