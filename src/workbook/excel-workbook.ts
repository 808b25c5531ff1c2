import { Exchange, patientPauses } from "./excel/exchange";
import { toWorkbookError } from "./excel/failure";
import { insertChart } from "./excel/insert-chart";
import { allTables, findTable, tableCells } from "./excel/find-table";
import { Happenings, watchChanges, watchSelection } from "./excel/happenings";
import { readAreas, protectedSheets, readFormulas, replaceAreas, spillAreas } from "./excel/formulas";
import { readReference, writeFormula } from "./excel/references";
import { readSelection, select, selectTableCell, selectTableRows } from "./excel/selecting";
import { readGrids } from "./excel/transfer";
import { addColumn, appendRows, createTable, shortenTable, writeColumns } from "./excel/write-table";
import type {
  AreaEdit,
  CellValue,
  NewChart,
  NewTable,
  RangeContent,
  Selection,
  TableContent,
  TableInfo,
  Workbook,
  WorkbookFormulas,
} from "./workbook";

type Job<T> = (exchange: Exchange) => Promise<T>;

/** The open workbook in Excel. The only place that calls Excel.run. */
export class ExcelWorkbook implements Workbook {
  private writing: Promise<unknown> = Promise.resolve();
  private readonly selected = new Happenings((tell) =>
    this.run((exchange) => watchSelection(exchange, tell)),
  );
  private readonly changed = new Happenings((tell) => this.run((exchange) => watchChanges(exchange, tell)));

  /** `pauses` between the tries, in milliseconds, while the user edits a cell. */
  constructor(private readonly pauses: readonly number[] = patientPauses) {}

  tables(): Promise<readonly TableInfo[]> {
    return this.run(async (exchange) => (await allTables(exchange)).map(({ info }) => info));
  }

  readTable(name: string): Promise<TableContent | undefined> {
    return this.run(async (exchange) => {
      const found = await findTable(exchange, name);
      if (found === undefined) return undefined;
      const size = { rows: found.info.rowCount, columns: found.info.columns.length };
      const { values } = await readGrids(
        exchange,
        ({ start, count }) =>
          tableCells(found, { row: start, column: 0, rows: count, columns: size.columns }),
        size,
        "values",
      );
      return { ...found.info, rows: values };
    });
  }

  writeColumns(table: string, columns: Readonly<Record<string, readonly CellValue[]>>): Promise<void> {
    return this.write((exchange) => writeColumns(exchange, table, columns));
  }

  appendRows(table: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
    return this.write((exchange) => appendRows(exchange, table, rows));
  }

  shortenTable(table: string, rowCount: number): Promise<void> {
    return this.write((exchange) => shortenTable(exchange, table, rowCount));
  }

  addColumn(table: string, column: string, format: string): Promise<void> {
    return this.write((exchange) => addColumn(exchange, table, column, format));
  }

  createTable(table: NewTable): Promise<TableInfo> {
    return this.write((exchange) => createTable(exchange, table));
  }

  selectTableRows(table: string, rows: readonly number[]): Promise<void> {
    return this.run((exchange) => selectTableRows(exchange, table, rows));
  }

  selectTableCell(table: string, row: number, column: string): Promise<void> {
    return this.run((exchange) => selectTableCell(exchange, table, row, column));
  }

  select(address: string): Promise<void> {
    return this.run((exchange) => select(exchange, address));
  }

  selection(): Promise<Selection> {
    return this.run(readSelection);
  }

  insertChart(chart: NewChart): Promise<string> {
    return this.write((exchange) => insertChart(exchange, chart));
  }

  readRange(reference: string): Promise<RangeContent> {
    return this.run((exchange) => readReference(exchange, reference));
  }

  writeFormula(address: string, formula: string): Promise<string> {
    return this.write((exchange) => writeFormula(exchange, address, formula));
  }

  formulas(): Promise<WorkbookFormulas> {
    return this.run(readFormulas);
  }

  protectedSheets(): Promise<readonly string[]> {
    return this.run(protectedSheets);
  }

  spillAreas(cells: readonly string[]): Promise<readonly (string | undefined)[]> {
    return this.run((exchange) => spillAreas(exchange, cells));
  }

  readAreas(addresses: readonly string[]): Promise<readonly (RangeContent | undefined)[]> {
    return this.run((exchange) => readAreas(exchange, addresses));
  }

  replaceAreas(edits: readonly AreaEdit[]): Promise<void> {
    return this.write((exchange) => replaceAreas(exchange, edits));
  }

  setting(key: string): Promise<string | undefined> {
    return this.run(async (exchange) => {
      const { settings } = exchange.workbook;
      const setting = await exchange.send(() => settings.getItemOrNullObject(key).load("value"));
      return setting.isNullObject ? undefined : String(setting.value);
    });
  }

  saveSetting(key: string, value: string): Promise<void> {
    return this.write(async (exchange) => {
      await exchange.send(() => exchange.workbook.settings.add(key, value));
    });
  }

  onSelectionChanged(listener: () => void): () => void {
    return this.selected.listen(listener);
  }

  onChanged(listener: () => void): () => void {
    return this.changed.listen(listener);
  }

  /** Runs a job in Excel; failures come out as sentences. */
  private async run<T>(job: Job<T>): Promise<T> {
    try {
      return await Excel.run((context) => job(new Exchange(context, this.pauses)));
    } catch (thrown) {
      throw toWorkbookError(thrown);
    }
  }

  /** Jobs that write run one after another: each sees the table as the one before left it. */
  private write<T>(job: Job<T>): Promise<T> {
    const done = this.writing.then(() => this.run(job));
    this.writing = done.catch(() => undefined);
    return done;
  }
}
