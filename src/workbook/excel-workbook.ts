import { readsOtherwise, splitAreas } from "./excel-cells";
import { isCellEdit, toWorkbookError } from "./excel-failure";
import { checkRow, placeOf, readContent, readValues, tableInfos, writeRows } from "./excel-transfer";
import { rowRuns } from "./memory-workbook";
import { addressOf, columnLetters, parseAddress } from "./range-address";
import {
  WorkbookError,
  type CellValue,
  type NewTable,
  type RangeContent,
  type Selection,
  type TableContent,
  type TableInfo,
  type Workbook,
} from "./workbook";

/** Longest list of areas that Excel selects at once, in characters. */
const longestAddress = 8000;
/** Of a selection only so much is read. */
const mostSelected = { rows: 200, columns: 60 } as const;
/** A cell edit is waited for so long: 20 times a quarter of a second. */
const patience = { tries: 20, milliseconds: 250 } as const;

type Rows = CellValue[][];

/** The open workbook in Excel. The only place that calls Excel.run. */
export class ExcelWorkbook implements Workbook {
  tables(): Promise<readonly TableInfo[]> {
    return this.run(async (context) => {
      const { tables } = context.workbook;
      tables.load("items/name");
      await context.sync();
      return tableInfos(context, tables.items);
    });
  }

  readTable(name: string): Promise<TableContent | undefined> {
    return this.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(name);
      await context.sync();
      if (table.isNullObject) return undefined;
      const [info] = await tableInfos(context, [table]);
      const rows = await readValues(context, table.getDataBodyRange(), info.rowCount, info.columns.length);
      return { ...info, rows };
    });
  }

  writeColumns(name: string, columns: Readonly<Record<string, readonly CellValue[]>>): Promise<void> {
    return this.run(async (context) => {
      const { table, info } = await this.existing(context, name);
      for (const [column, values] of Object.entries(columns)) {
        placeOf(info, column);
        if (values.length !== info.rowCount) {
          throw new WorkbookError(
            "invalid",
            `${column} has ${values.length} values for ${info.rowCount} rows of ${info.name}.`,
          );
        }
      }
      for (const [column, values] of Object.entries(columns)) {
        const body = table.getDataBodyRange().getColumn(placeOf(info, column));
        if (values.some(readsOtherwise)) body.numberFormat = values.map(() => ["@"]);
        await writeRows(
          context,
          body,
          values.map((value) => [value]),
        );
      }
    });
  }

  appendRows(name: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
    return this.run(async (context) => {
      const { table, info } = await this.existing(context, name);
      for (const cells of rows) {
        if (cells.length !== info.columns.length) {
          throw new WorkbookError(
            "invalid",
            `A row for ${info.name} needs ${info.columns.length} cells, not ${cells.length}.`,
          );
        }
      }
      if (rows.length === 0) return;
      const body = table.getDataBodyRange();
      const last = body.getLastRow();
      last.load("values,numberFormat");
      await context.sync();
      // A table without data has one blank row: it is filled, not passed over.
      const blank = info.rowCount === 1 && last.values[0].every((value) => value === "");
      const kept = blank ? 0 : info.rowCount;
      const target = body.getCell(kept, 0).getResizedRange(rows.length - 1, info.columns.length - 1);
      const formats = last.numberFormat[0] as string[];
      target.numberFormat = rows.map((cells) =>
        cells.map((value, column) => (readsOtherwise(value) ? "@" : formats[column])),
      );
      await writeRows(context, target, rows);
      // Excel grows a table over rows written below it, unless the user switched that off.
      table.rows.load("count");
      await context.sync();
      const wanted = kept + rows.length;
      if (table.rows.count < wanted) {
        table.resize(table.getHeaderRowRange().getResizedRange(wanted, 0));
        await context.sync();
      }
    });
  }

  addColumn(name: string, column: string, format: string): Promise<void> {
    return this.run(async (context) => {
      const { table, info } = await this.existing(context, name);
      if (info.columns.some((existing) => existing.toLowerCase() === column.toLowerCase()))
        throw new WorkbookError("invalid", `${info.name} has a column ${column} already.`);
      const blanks = Array.from({ length: info.rowCount }, () => [""]);
      const added = table.columns.add(undefined, [[column], ...blanks]);
      added.getDataBodyRange().numberFormat = blanks.map(() => [format]);
      await context.sync();
    });
  }

  createTable({ name, columns, formats, rows = [] }: NewTable): Promise<TableInfo> {
    return this.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      worksheets.load("items/name");
      const taken = tables.getItemOrNullObject(name);
      await context.sync();
      if (!taken.isNullObject) throw new WorkbookError("invalid", `There is a table ${name} already.`);
      const sheets = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
      let sheetName = name;
      for (let n = 2; sheets.has(sheetName.toLowerCase()); n++) sheetName = `${name} ${n}`;
      const sheet = worksheets.add(sheetName);
      const body: Rows = rows.length === 0 ? [columns.map(() => "")] : rows.map((cells) => [...cells]);
      const range = sheet.getRangeByIndexes(0, 0, body.length + 1, columns.length);
      const bodyRange = sheet.getRangeByIndexes(1, 0, body.length, columns.length);
      bodyRange.numberFormat = body.map((cells) =>
        cells.map((value, column) => (readsOtherwise(value) ? "@" : formats[column])),
      );
      sheet.getRangeByIndexes(0, 0, 1, columns.length).values = [[...columns]];
      await writeRows(context, bodyRange, body);
      const table = tables.add(range, true);
      table.name = name;
      range.format.autofitColumns();
      await context.sync();
      const [info] = await tableInfos(context, [table]);
      return info;
    });
  }

  selectTableRows(name: string, rows: readonly number[]): Promise<void> {
    if (rows.length === 0) return Promise.resolve();
    return this.run(async (context) => {
      const { table, info } = await this.existing(context, name);
      const { row: top, column: left } = parseAddress(info.address);
      const runs = rowRuns(rows);
      for (const row of [runs[0][0], runs[runs.length - 1][1]]) checkRow(info, row);
      const list = (right: number) =>
        runs
          .map(([first, last]) => {
            const from = `${columnLetters(left)}${top + 2 + first}`;
            return `${from}:${columnLetters(right)}${top + 2 + last}`;
          })
          .join(",");
      const whole = list(left + info.columns.length - 1);
      // Where whole rows make too long a list, their first cells show which they are.
      const address = whole.length <= longestAddress ? whole : list(left);
      if (address.length > longestAddress) {
        throw new WorkbookError(
          "invalid",
          `${rows.length} scattered rows are more than Excel selects at once. Sort or filter ${info.name} first.`,
        );
      }
      table.worksheet.activate();
      if (runs.length === 1) table.worksheet.getRange(address).select();
      else table.worksheet.getRanges(address).select();
      await context.sync();
    });
  }

  selectTableCell(name: string, row: number, column: string): Promise<void> {
    return this.run(async (context) => {
      const { table, info } = await this.existing(context, name);
      checkRow(info, row);
      table.worksheet.activate();
      table.getDataBodyRange().getCell(row, placeOf(info, column)).select();
      await context.sync();
    });
  }

  select(address: string): Promise<void> {
    return this.run(async (context) => {
      const range = this.range(context, address);
      range.worksheet.activate();
      range.select();
      await context.sync();
    });
  }

  selection(): Promise<Selection> {
    return this.run(async (context) => {
      const areas = context.workbook.getSelectedRanges();
      areas.load("address");
      await context.sync();
      const [first] = splitAreas(areas.address);
      const range = this.range(context, first);
      range.load("rowCount,columnCount");
      range.worksheet.load("name");
      const anchor = range.getCell(0, 0).getSpillParentOrNullObject();
      anchor.load("address,formulas");
      await context.sync();
      const { rowCount, columnCount } = range;
      const read = range.getAbsoluteResizedRange(
        Math.min(rowCount, mostSelected.rows),
        Math.min(columnCount, mostSelected.columns),
      );
      const content = await readContent(context, read);
      return {
        ...content,
        sheet: range.worksheet.name,
        rowCount,
        columnCount,
        ...(anchor.isNullObject
          ? {}
          : { spillAnchor: { address: anchor.address, formula: String(anchor.formulas[0][0]) } }),
      };
    });
  }

  readRange(reference: string): Promise<RangeContent> {
    return this.run(async (context) => {
      const text = reference.trim();
      const structured = /^([^[\]!]+)\[([^[\]]+)\]$/.exec(text);
      if (structured !== null) {
        const { table, info } = await this.existing(context, structured[1]);
        const place = placeOf(info, structured[2]);
        return readContent(context, table.getDataBodyRange().getColumn(place));
      }
      if (text.endsWith("#"))
        return readContent(context, this.range(context, text.slice(0, -1)).getSpillingToRange());
      const named = context.workbook.names.getItemOrNullObject(text);
      const table = context.workbook.tables.getItemOrNullObject(text);
      await context.sync();
      if (!named.isNullObject) return readContent(context, named.getRange());
      if (!table.isNullObject) return readContent(context, table.getDataBodyRange());
      return readContent(context, this.range(context, text));
    });
  }

  writeFormula(address: string, formula: string): Promise<string> {
    return this.run(async (context) => {
      const cell = this.range(context, address).getCell(0, 0);
      cell.formulas = [[formula]];
      cell.load("address");
      await context.sync();
      return cell.address;
    });
  }

  setting(key: string): Promise<string | undefined> {
    return this.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(key);
      setting.load("value");
      await context.sync();
      return setting.isNullObject ? undefined : String(setting.value);
    });
  }

  saveSetting(key: string, value: string): Promise<void> {
    return this.run(async (context) => {
      context.workbook.settings.add(key, value);
      await context.sync();
    });
  }

  onSelectionChanged(listener: () => void): () => void {
    return this.listen((context) => context.workbook.onSelectionChanged.add(async () => listener()));
  }

  onChanged(listener: () => void): () => void {
    return this.listen((context) => context.workbook.worksheets.onChanged.add(async () => listener()));
  }

  /** Runs a job in Excel; while a cell is being edited it waits, and failures come out as sentences. */
  private async run<T>(job: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await Excel.run(job);
      } catch (thrown) {
        if (!isCellEdit(thrown) || tries >= patience.tries) throw toWorkbookError(thrown);
        await new Promise((resolve) => setTimeout(resolve, patience.milliseconds));
      }
    }
  }

  private listen<T>(
    register: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<T>,
  ): () => void {
    const registered = this.run(async (context) => {
      const handler = register(context);
      await context.sync();
      return handler;
    });
    return () => {
      void registered.then(async (handler) => {
        handler.remove();
        await handler.context.sync();
      });
    };
  }

  private async existing(
    context: Excel.RequestContext,
    name: string,
  ): Promise<{ table: Excel.Table; info: TableInfo }> {
    const table = context.workbook.tables.getItemOrNullObject(name);
    await context.sync();
    if (table.isNullObject) throw new WorkbookError("not-found", `There is no table ${name}.`);
    const [info] = await tableInfos(context, [table]);
    return { table, info };
  }

  private range(context: Excel.RequestContext, address: string): Excel.Range {
    const { sheet, ...rectangle } = parseAddress(address);
    const { worksheets } = context.workbook;
    const worksheet = sheet === undefined ? worksheets.getActiveWorksheet() : worksheets.getItem(sheet);
    return worksheet.getRange(addressOf(rectangle));
  }
}
