import { noTable } from "../table-checks";
import type { TableInfo } from "../workbook";
import type { Exchange } from "./exchange";

export interface FoundTable {
  readonly table: Excel.Table;
  readonly info: TableInfo;
  /** 0 where the user switched the header row off. */
  readonly headerRows: number;
  readonly hasTotals: boolean;
}

export async function allTables(exchange: Exchange): Promise<FoundTable[]> {
  const tables = await exchange.send(() => exchange.workbook.tables.load("items/name"));
  return describe(exchange, tables.items);
}

export async function findTable(exchange: Exchange, name: string): Promise<FoundTable | undefined> {
  const table = await exchange.send(() => exchange.workbook.tables.getItemOrNullObject(name).load("name"));
  return table.isNullObject ? undefined : (await describe(exchange, [table]))[0];
}

export async function existingTable(exchange: Exchange, name: string): Promise<FoundTable> {
  const found = await findTable(exchange, name);
  if (found === undefined) throw noTable(name);
  return found;
}

/** Cells of a table, counted from its first body row and column; they may lie below its last row. */
export function tableCells(
  { table, headerRows }: FoundTable,
  at: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
): Excel.Range {
  const first = table.getRange().getCell(headerRows + at.row, at.column);
  return first.getResizedRange(at.rows - 1, at.columns - 1);
}

async function describe(exchange: Exchange, tables: readonly Excel.Table[]): Promise<FoundTable[]> {
  const asked = await exchange.send(() =>
    tables.map((table) => ({
      table: table.load("name,showHeaders,showTotals"),
      sheet: table.worksheet.load("name"),
      columns: table.columns.load("items/name"),
      range: table.getRange().load("address,rowCount"),
    })),
  );
  return asked.map(({ table, sheet, columns, range }) => {
    const headerRows = table.showHeaders ? 1 : 0;
    const info: TableInfo = {
      name: table.name,
      sheet: sheet.name,
      columns: columns.items.map(({ name }) => name),
      // Not rows.count: it is 0 for a table whose only row is blank, which is there all the same.
      rowCount: range.rowCount - headerRows - (table.showTotals ? 1 : 0),
      address: range.address,
    };
    return { table, info, headerRows, hasTotals: table.showTotals };
  });
}
