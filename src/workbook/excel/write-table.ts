import { checkCells, checkNewColumn, placesOf, tableTaken } from "../table-checks";
import { WorkbookError, type CellValue, type NewTable, type TableInfo } from "../workbook";
import { entryFor, formatFor } from "./cells";
import type { Exchange } from "./exchange";
import { toWorkbookError } from "./failure";
import { existingTable, findTable, tableCells, type FoundTable } from "./find-table";
import { readGrids, restoreRows, writeRows, type Rows } from "./transfer";

/** Writes whole columns; where Excel fails halfway, those already written are put back. */
export async function writeColumns(
  exchange: Exchange,
  name: string,
  columns: Readonly<Record<string, readonly CellValue[]>>,
): Promise<void> {
  const found = await existingTable(exchange, name);
  const places = placesOf(found.info, columns).map(({ place, values }) => ({
    area: bodyColumn(found, place),
    rows: values.map((value) => [value]),
  }));
  const size = { rows: found.info.rowCount, columns: 1 };
  const begun: (() => Promise<void>)[] = [];
  await orPutBack(found.info, begun, async () => {
    for (const { area, rows } of places) {
      const before = await readGrids(exchange, area, size, "formulas", "numberFormat");
      begun.unshift(() => restoreRows(exchange, area, before));
      await writeRows(exchange, area, rows, (row) => ({ current: String(before.numberFormat[row][0]) }));
    }
  });
}

/** Writes below the table, whose colleagues' rows Excel then keeps apart; rows.add would insert cells and collide with them. */
export async function appendRows(
  exchange: Exchange,
  name: string,
  rows: readonly (readonly CellValue[])[],
): Promise<void> {
  const found = await existingTable(exchange, name);
  const { info } = found;
  checkCells(info, rows);
  if (rows.length === 0) return;
  const columns = info.columns.length;
  if (found.hasTotals) {
    throw new WorkbookError(
      "invalid",
      `${info.name} has a totals row. Switch it off under Table Design, add the rows, and switch it on again.`,
    );
  }
  const lastRow = { row: info.rowCount - 1, column: 0, rows: 1, columns };
  const last = await exchange.send(() => tableCells(found, lastRow).load("values,formulas,numberFormat"));
  // A table without data has one blank row: it is filled, not passed over.
  const blank = info.rowCount === 1 && last.values[0].every((value, c) => isVoid(value, last.formulas[0][c]));
  const kept = blank ? 0 : info.rowCount;
  const wanted = kept + rows.length;
  await checkRoom(exchange, found, wanted - info.rowCount);

  const area = ({ start, count }: { start: number; count: number }) =>
    tableCells(found, { row: kept + start, column: 0, rows: count, columns });
  const formats = last.numberFormat[0].map(String);
  const begun = [() => takeAway(exchange, found, wanted)];
  if (blank) {
    const { formulas, numberFormat } = last as unknown as { formulas: Rows; numberFormat: Rows };
    begun.push(() => restoreRows(exchange, () => tableCells(found, lastRow), { formulas, numberFormat }));
  }
  await orPutBack(info, begun, async () => {
    // A blank is left as it is, so that Excel continues the formulas of calculated columns there.
    const entry = (value: CellValue) => (value === "" ? null : entryFor(value));
    await writeRows(exchange, area, rows, (_, c) => ({ current: "", wanted: formats[c] }), entry);
    await fit(exchange, found, wanted);
  });
}

/** Blanks the rows beyond and lets the table end before them; what stands below the table stays where it is. */
export async function shortenTable(exchange: Exchange, name: string, rowCount: number): Promise<void> {
  const found = await existingTable(exchange, name);
  const { info, headerRows } = found;
  if (rowCount >= info.rowCount) return;
  if (found.hasTotals) {
    throw new WorkbookError(
      "invalid",
      `${info.name} has a totals row. Switch it off under Table Design, and on again afterwards.`,
    );
  }
  const columns = info.columns.length;
  await exchange.send(() => {
    tableCells(found, { row: rowCount, column: 0, rows: info.rowCount - rowCount, columns }).clear(
      "Contents",
    );
    const whole = found.table.getRange();
    found.table.resize(whole.getAbsoluteResizedRange(headerRows + Math.max(1, rowCount), columns));
  });
}

export async function addColumn(
  exchange: Exchange,
  name: string,
  column: string,
  format: string,
): Promise<void> {
  const found = await existingTable(exchange, name);
  checkNewColumn(found.info, column);
  await exchange.send(() => {
    found.table.columns.add(undefined, undefined, column);
    const at = { row: 0, column: found.info.columns.length, rows: found.info.rowCount, columns: 1 };
    tableCells(found, at).numberFormat = everywhere(format);
  });
}

export async function createTable(exchange: Exchange, wanted: NewTable): Promise<TableInfo> {
  const { name, columns, formats, rows = [] } = wanted;
  checkCells(wanted, rows);
  if ((await findTable(exchange, name)) !== undefined) throw tableTaken(name);
  const { items } = await exchange.send(() => exchange.workbook.worksheets.load("items/name"));
  const taken = new Set(items.map((existing) => existing.name.toLowerCase()));
  let sheetName = name;
  for (let n = 2; taken.has(sheetName.toLowerCase()); n++) sheetName = `${name} ${n}`;

  const sheet = await exchange.send(() => exchange.workbook.worksheets.add(sheetName));
  const body = rows.length === 0 ? [columns.map(() => "")] : rows;
  const area = ({ start, count }: { start: number; count: number }) =>
    sheet.getRangeByIndexes(1 + start, 0, count, columns.length);
  await orPutBack({ name }, [() => exchange.send(() => sheet.delete())], async () => {
    await writeRows(exchange, area, body, (_, c) => ({
      current: "General",
      wanted: formats[c] ?? "General",
    }));
    const whole = () => sheet.getRangeByIndexes(0, 0, body.length + 1, columns.length);
    // One step a message: Excel answers the user between them.
    await exchange.send(() => {
      const header = sheet.getRangeByIndexes(0, 0, 1, columns.length);
      const headerFormats = columns.map((column) => formatFor(column, "General"));
      if (headerFormats.some((format) => format !== null)) header.numberFormat = [headerFormats as string[]];
      header.values = [columns.map(entryFor)];
    });
    await exchange.send(() => (sheet.tables.add(whole(), true).name = name));
    await exchange.send(() => whole().format.autofitColumns());
  });
  return (await existingTable(exchange, name)).info;
}

function bodyColumn(found: FoundTable, column: number) {
  return ({ start, count }: { readonly start: number; readonly count: number }) =>
    tableCells(found, { row: start, column, rows: count, columns: 1 });
}

function isVoid(value: CellValue, formula: CellValue): boolean {
  return value === "" || (typeof formula === "string" && formula.startsWith("="));
}

/** One value for all cells of a range, which Excel takes and the types do not know. */
function everywhere(format: string): string[][] {
  return format as unknown as string[][];
}

/** Nothing that stands below a table is overwritten. */
async function checkRoom(exchange: Exchange, found: FoundTable, more: number): Promise<void> {
  const { name, rowCount, columns } = found.info;
  if (more <= 0) return;
  const filled = await exchange.send(() => {
    const below = tableCells(found, { row: rowCount, column: 0, rows: more, columns: columns.length });
    return below.getUsedRangeOrNullObject(true).load("address");
  });
  if (!filled.isNullObject) {
    throw new WorkbookError("invalid", `${name} cannot grow over ${filled.address}. Move those cells first.`);
  }
}

/** Excel grows a table over rows written below it, unless the user switched that off. */
async function fit(exchange: Exchange, { table, headerRows }: FoundTable, rowCount: number): Promise<void> {
  const range = await exchange.send(() => table.getRange().load("rowCount,columnCount"));
  if (range.rowCount >= headerRows + rowCount) return;
  await exchange.send(() =>
    table.resize(table.getRange().getAbsoluteResizedRange(headerRows + rowCount, range.columnCount)),
  );
}

/** Makes a table as long as it was, and its new rows blank. */
async function takeAway(exchange: Exchange, found: FoundTable, reached: number): Promise<void> {
  const { rowCount, columns } = found.info;
  if (reached <= rowCount) return;
  await exchange.send(() => {
    const added = { row: rowCount, column: 0, rows: reached - rowCount, columns: columns.length };
    tableCells(found, added).clear("Contents");
    const whole = found.table.getRange();
    found.table.resize(whole.getAbsoluteResizedRange(found.headerRows + rowCount, columns.length));
  });
}

/** Does the work; where it fails, undoes what was begun, last first, so that nothing is half written. */
async function orPutBack(
  { name }: { readonly name: string },
  begun: readonly (() => Promise<unknown>)[],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const error = toWorkbookError(thrown);
    try {
      for (const undo of begun) await undo();
    } catch {
      const kind = error instanceof WorkbookError ? error.kind : "failed";
      throw new WorkbookError(
        kind,
        `${error.message} Part of ${name} was written already: undo it in Excel.`,
      );
    }
    throw error;
  }
}
