import { portions } from "./excel-cells";
import { WorkbookError, type CellValue, type RangeContent, type TableInfo } from "./workbook";

/** Moving cells between Excel and the program: every load and sync of large ranges is here. */
type Rows = CellValue[][];

/** What the tables are: names, headers, sizes, places. */
export async function tableInfos(
  context: Excel.RequestContext,
  tables: readonly Excel.Table[],
): Promise<TableInfo[]> {
  const asked = tables.map((table) => {
    const range = table.getRange();
    const header = table.getHeaderRowRange();
    table.load("name");
    table.worksheet.load("name");
    table.rows.load("count");
    range.load("address");
    header.load("values");
    return { table, range, header };
  });
  await context.sync();
  return asked.map(({ table, range, header }) => ({
    name: table.name,
    sheet: table.worksheet.name,
    columns: header.values[0].map(String),
    rowCount: table.rows.count,
    address: range.address,
  }));
}

/** Values and formulas of a range, in portions. */
export async function readContent(context: Excel.RequestContext, range: Excel.Range): Promise<RangeContent> {
  range.load("address,rowCount,columnCount");
  await context.sync();
  const parts = portions(range.rowCount, range.columnCount);
  const values: Rows = [];
  const formulas: Rows = [];
  for (const { start, count } of parts) {
    const part = range.getRow(start).getResizedRange(count - 1, 0);
    part.load("values,formulas");
    await context.sync();
    values.push(...(part.values as Rows));
    formulas.push(...(part.formulas as Rows));
  }
  return { address: range.address, values, formulas };
}

/** Values of a range of known size, in portions. */
export async function readValues(
  context: Excel.RequestContext,
  range: Excel.Range,
  rowCount: number,
  columnCount: number,
): Promise<Rows> {
  const rows: Rows = [];
  for (const { start, count } of portions(rowCount, columnCount)) {
    const part = range.getRow(start).getResizedRange(count - 1, 0);
    part.load("values");
    await context.sync();
    rows.push(...(part.values as Rows));
  }
  return rows;
}

/** Writes rows into a range of their size, in portions. */
export async function writeRows(
  context: Excel.RequestContext,
  range: Excel.Range,
  rows: readonly (readonly CellValue[])[],
): Promise<void> {
  for (const { start, count } of portions(rows.length, rows[0].length)) {
    const part = range.getRow(start).getResizedRange(count - 1, 0);
    part.values = rows.slice(start, start + count).map((cells) => [...cells]);
    await context.sync();
  }
}

export function placeOf(info: TableInfo, column: string): number {
  const place = info.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
  if (place < 0) throw new WorkbookError("not-found", `${info.name} has no column ${column}.`);
  return place;
}

export function checkRow(info: TableInfo, row: number): void {
  if (row < 0 || row >= info.rowCount)
    throw new WorkbookError("not-found", `${info.name} has ${info.rowCount} rows, not ${row + 1}.`);
}
