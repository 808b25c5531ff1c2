import { addressOf, parseAddress, type Rectangle } from "./range-address";
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

interface MemoryTable {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  columns: string[];
  rowCount: number;
}

/**
 * A workbook in memory, for tests and for looking at the pane without Excel. It stores what is written and calculates nothing:
 * a formula's value is what `setCell` gave it.
 */
export class MemoryWorkbook implements Workbook {
  private readonly sheets = new Map<string, Map<string, { value: CellValue; formula?: string }>>([
    ["Sheet1", new Map()],
  ]);
  private readonly tableList: MemoryTable[] = [];
  private readonly settings = new Map<string, string>();
  private readonly changed = new Set<() => void>();
  private readonly selectionChanged = new Set<() => void>();
  private selected: Rectangle & { readonly sheet: string } = {
    sheet: "Sheet1",
    row: 0,
    column: 0,
    rowCount: 1,
    columnCount: 1,
  };
  /** Addresses of all areas of the last selection, as Excel would list them. */
  selectedAreas: readonly string[] = ["Sheet1!A1"];

  /** Puts a value, and a formula if there is one, into a cell; makes the sheet if it is new. */
  setCell(address: string, value: CellValue, formula?: string): void {
    const { sheet, row, column } = this.located(parseAddress(address));
    this.put(sheet, row, column, value, formula);
    this.tellChanged();
  }

  async tables(): Promise<readonly TableInfo[]> {
    return this.tableList.map((table) => this.info(table));
  }

  async readTable(name: string): Promise<TableContent | undefined> {
    const table = this.find(name);
    if (table === undefined) return undefined;
    const rows = Array.from({ length: table.rowCount }, (_, r) =>
      table.columns.map((_column, c) => this.value(table.sheet, table.row + 1 + r, table.column + c)),
    );
    return { ...this.info(table), rows };
  }

  async writeColumns(name: string, columns: Readonly<Record<string, readonly CellValue[]>>): Promise<void> {
    const table = this.existing(name);
    const places = Object.entries(columns).map(([column, values]) => {
      if (values.length !== table.rowCount) {
        throw new WorkbookError(
          "invalid",
          `${column} has ${values.length} values for ${table.rowCount} rows of ${table.name}.`,
        );
      }
      return { place: this.place(table, column), values };
    });
    for (const { place, values } of places) {
      values.forEach((value, r) => this.put(table.sheet, table.row + 1 + r, table.column + place, value));
    }
    this.tellChanged();
  }

  async appendRows(name: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
    const table = this.existing(name);
    for (const cells of rows) {
      if (cells.length !== table.columns.length) {
        throw new WorkbookError(
          "invalid",
          `A row for ${table.name} needs ${table.columns.length} cells, not ${cells.length}.`,
        );
      }
    }
    for (const cells of rows) {
      cells.forEach((value, c) =>
        this.put(table.sheet, table.row + 1 + table.rowCount, table.column + c, value),
      );
      table.rowCount++;
    }
    this.tellChanged();
  }

  async addColumn(name: string, column: string): Promise<void> {
    const table = this.existing(name);
    if (table.columns.includes(column))
      throw new WorkbookError("invalid", `${table.name} has a column ${column} already.`);
    this.put(table.sheet, table.row, table.column + table.columns.length, column);
    table.columns = [...table.columns, column];
    this.tellChanged();
  }

  async createTable({ name, columns, rows = [] }: NewTable): Promise<TableInfo> {
    if (this.find(name) !== undefined)
      throw new WorkbookError("invalid", `There is a table ${name} already.`);
    let sheet = name;
    for (let n = 2; this.sheets.has(sheet); n++) sheet = `${name} ${n}`;
    this.sheets.set(sheet, new Map());
    const body = rows.length === 0 ? [columns.map((): CellValue => "")] : rows;
    const table: MemoryTable = {
      name,
      sheet,
      row: 0,
      column: 0,
      columns: [...columns],
      rowCount: body.length,
    };
    [columns, ...body].forEach((cells, r) => cells.forEach((value, c) => this.put(sheet, r, c, value)));
    this.tableList.push(table);
    this.tellChanged();
    return this.info(table);
  }

  async selectTableRows(name: string, rows: readonly number[]): Promise<void> {
    const table = this.existing(name);
    const areas = rowRuns(rows).map(([first, last]) => {
      this.checkRow(table, first);
      this.checkRow(table, last);
      return {
        sheet: table.sheet,
        row: table.row + 1 + first,
        column: table.column,
        rowCount: last - first + 1,
        columnCount: table.columns.length,
      };
    });
    if (areas.length > 0) this.choose(areas);
  }

  async selectTableCell(name: string, row: number, column: string): Promise<void> {
    const table = this.existing(name);
    this.checkRow(table, row);
    const place = this.place(table, column);
    this.choose([
      {
        sheet: table.sheet,
        row: table.row + 1 + row,
        column: table.column + place,
        rowCount: 1,
        columnCount: 1,
      },
    ]);
  }

  async select(address: string): Promise<void> {
    this.choose([this.located(parseAddress(address))]);
  }

  async selection(): Promise<Selection> {
    const { sheet, rowCount, columnCount } = this.selected;
    return { ...this.content(this.selected), sheet, rowCount, columnCount };
  }

  async readRange(reference: string): Promise<RangeContent> {
    const structured = /^([^[\]!]+)\[([^[\]]+)\]$/.exec(reference.trim());
    if (structured === null) return this.content(this.located(parseAddress(reference)));
    const table = this.existing(structured[1]);
    const column = table.column + this.place(table, structured[2]);
    return this.content({
      sheet: table.sheet,
      row: table.row + 1,
      column,
      rowCount: table.rowCount,
      columnCount: 1,
    });
  }

  async writeFormula(address: string, formula: string): Promise<string> {
    const cell = this.located({ ...parseAddress(address), rowCount: 1, columnCount: 1 });
    this.put(cell.sheet, cell.row, cell.column, "", formula);
    this.tellChanged();
    return addressOf(cell);
  }

  async setting(key: string): Promise<string | undefined> {
    return this.settings.get(key);
  }

  async saveSetting(key: string, value: string): Promise<void> {
    this.settings.set(key, value);
  }

  onSelectionChanged(listener: () => void): () => void {
    this.selectionChanged.add(listener);
    return () => this.selectionChanged.delete(listener);
  }

  onChanged(listener: () => void): () => void {
    this.changed.add(listener);
    return () => this.changed.delete(listener);
  }

  private find(name: string): MemoryTable | undefined {
    return this.tableList.find((table) => table.name.toLowerCase() === name.toLowerCase());
  }

  private existing(name: string): MemoryTable {
    const table = this.find(name);
    if (table === undefined) throw new WorkbookError("not-found", `There is no table ${name}.`);
    return table;
  }

  private place(table: MemoryTable, column: string): number {
    const place = table.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
    if (place < 0) throw new WorkbookError("not-found", `${table.name} has no column ${column}.`);
    return place;
  }

  private checkRow(table: MemoryTable, row: number): void {
    if (row < 0 || row >= table.rowCount) {
      throw new WorkbookError("not-found", `${table.name} has ${table.rowCount} rows, not ${row + 1}.`);
    }
  }

  private info({ name, sheet, row, column, columns, rowCount }: MemoryTable): TableInfo {
    const address = addressOf({ sheet, row, column, rowCount: rowCount + 1, columnCount: columns.length });
    return { name, sheet, columns: [...columns], rowCount, address };
  }

  private located(rectangle: Rectangle): Rectangle & { readonly sheet: string } {
    const sheet = rectangle.sheet ?? this.selected.sheet;
    if (!this.sheets.has(sheet)) this.sheets.set(sheet, new Map());
    return { ...rectangle, sheet };
  }

  private content(rectangle: Rectangle & { readonly sheet: string }): RangeContent {
    const { sheet, row, column, rowCount, columnCount } = rectangle;
    const grid = <T>(read: (r: number, c: number) => T) =>
      Array.from({ length: rowCount }, (_, r) =>
        Array.from({ length: columnCount }, (_c, c) => read(row + r, column + c)),
      );
    return {
      address: addressOf(rectangle),
      values: grid((r, c) => this.value(sheet, r, c)),
      formulas: grid((r, c) => this.cell(sheet, r, c)?.formula ?? this.value(sheet, r, c)),
    };
  }

  private cell(sheet: string, row: number, column: number) {
    return this.sheets.get(sheet)?.get(`${row},${column}`);
  }

  private value(sheet: string, row: number, column: number): CellValue {
    return this.cell(sheet, row, column)?.value ?? "";
  }

  private put(sheet: string, row: number, column: number, value: CellValue, formula?: string): void {
    this.sheets.get(sheet)?.set(`${row},${column}`, formula === undefined ? { value } : { value, formula });
  }

  private choose(areas: readonly (Rectangle & { readonly sheet: string })[]): void {
    this.selected = areas[0];
    this.selectedAreas = areas.map(addressOf);
    for (const listener of this.selectionChanged) listener();
  }

  private tellChanged(): void {
    for (const listener of this.changed) listener();
  }
}

/** Runs of neighbouring rows, first and last of each, in ascending order. */
export function rowRuns(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
