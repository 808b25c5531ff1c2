import { addressOf, parseAddress, type Rectangle } from "./range-address";
import { rowRuns } from "./row-runs";
import { parseStructured } from "./structured-reference";
import {
  checkCells,
  checkFormula,
  checkNewColumn,
  checkRow,
  noSheet,
  noTable,
  placeOf,
  placesOf,
  tableTaken,
} from "./table-checks";
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

interface MemoryCell {
  readonly value: CellValue;
  readonly formula?: string;
  /** Rows and columns that the answer of its formula covers. */
  readonly covers?: readonly [rows: number, columns: number];
}

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
  private readonly sheets = new Map<string, Map<string, MemoryCell>>([["Sheet1", new Map()]]);
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
  /** Names with their formulas, and sheets that are protected, as a test needs them. */
  readonly definedNames: { readonly name: string; readonly formula: string }[] = [];
  readonly protectedNames: string[] = [];
  /** Charts that were asked for; nothing is drawn. */
  readonly charts: NewChart[] = [];
  /** Addresses of all areas of the last selection, as Excel would list them. */
  selectedAreas: readonly string[] = ["Sheet1!A1"];

  /** Puts a value, and a formula if there is one, into a cell; makes the sheet if it is new. */
  setCell(address: string, value: CellValue, formula?: string): void {
    const parsed = parseAddress(address);
    const name = parsed.sheet ?? this.selected.sheet;
    if (this.sheetCalled(name) === undefined) this.sheets.set(name, new Map());
    const { sheet, row, column } = this.located(parsed);
    this.put(sheet, row, column, value, formula);
    this.tellChanged();
  }

  /** Puts a formula into a cell and its answer into this and the cells beside and below it. */
  setSpill(address: string, values: readonly (readonly CellValue[])[], formula: string): void {
    this.setCell(address, values[0][0], formula);
    const { sheet, row, column } = this.located(parseAddress(address));
    values.forEach((cells, r) => cells.forEach((value, c) => this.put(sheet, row + r, column + c, value)));
    this.sheets.get(sheet)?.set(`${row},${column}`, {
      value: values[0][0],
      formula,
      covers: [values.length, values[0].length],
    });
  }

  async tables(): Promise<readonly TableInfo[]> {
    return this.tableList.map((table) => this.info(table));
  }

  async readTable(name: string): Promise<TableContent | undefined> {
    const table = this.find(name);
    if (table === undefined) return undefined;
    const rows = Array.from({ length: table.rowCount }, (_, r) => this.bodyRow(table, r));
    return { ...this.info(table), rows };
  }

  async writeColumns(name: string, columns: Readonly<Record<string, readonly CellValue[]>>): Promise<void> {
    const table = this.existing(name);
    const places = placesOf(table, columns);
    for (const { place, values } of places) {
      values.forEach((value, r) => this.put(table.sheet, table.row + 1 + r, table.column + place, value));
    }
    this.tellChanged();
  }

  async appendRows(name: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
    const table = this.existing(name);
    checkCells(table, rows);
    if (rows.length === 0) return;
    // A table without data has one blank row: it is filled, not passed over.
    if (table.rowCount === 1 && this.bodyRow(table, 0).every((value) => value === "")) table.rowCount = 0;
    for (const cells of rows) {
      cells.forEach((value, c) =>
        this.put(table.sheet, table.row + 1 + table.rowCount, table.column + c, value),
      );
      table.rowCount++;
    }
    this.tellChanged();
  }

  async shortenTable(name: string, rowCount: number): Promise<void> {
    const table = this.existing(name);
    if (rowCount >= table.rowCount) return;
    for (let r = rowCount; r < table.rowCount; r++)
      table.columns.forEach((_, c) => this.put(table.sheet, table.row + 1 + r, table.column + c, ""));
    table.rowCount = Math.max(1, rowCount);
    this.tellChanged();
  }

  async addColumn(name: string, column: string): Promise<void> {
    const table = this.existing(name);
    checkNewColumn(table, column);
    this.put(table.sheet, table.row, table.column + table.columns.length, column);
    table.columns = [...table.columns, column];
    this.tellChanged();
  }

  async createTable(wanted: NewTable): Promise<TableInfo> {
    const { name, columns, rows = [] } = wanted;
    checkCells(wanted, rows);
    if (this.find(name) !== undefined) throw tableTaken(name);
    let sheet = name;
    for (let n = 2; this.sheetCalled(sheet) !== undefined; n++) sheet = `${name} ${n}`;
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
    for (const row of rows) checkRow(table, row);
    const areas = rowRuns(rows).map(([first, last]) => ({
      sheet: table.sheet,
      row: table.row + 1 + first,
      column: table.column,
      rowCount: last - first + 1,
      columnCount: table.columns.length,
    }));
    if (areas.length > 0) this.choose(areas);
  }

  async selectTableCell(name: string, row: number, column: string): Promise<void> {
    const table = this.existing(name);
    checkRow(table, row);
    const place = placeOf(table, column);
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

  async insertChart(chart: NewChart): Promise<string> {
    const table = this.existing(chart.table);
    for (const row of chart.rows) checkRow(table, row);
    for (const column of [chart.labels, ...chart.series]) placeOf(table, column);
    this.charts.push(chart);
    return `Chart ${this.charts.length}`;
  }

  async readRange(reference: string): Promise<RangeContent> {
    const named = this.find(reference.trim())?.name;
    const structured = parseStructured(named === undefined ? reference : `${named}[]`);
    if (structured === undefined) return this.content(this.located(parseAddress(reference)));
    const { table: name, part, from, to } = structured;
    const table = this.existing(name);
    const last = table.columns.length - 1;
    const places = [
      from === undefined ? 0 : placeOf(table, from),
      to === undefined ? last : placeOf(table, to),
    ];
    const [first] = places.sort((a, b) => a - b);
    return this.content({
      sheet: table.sheet,
      row: table.row + (part === "data" ? 1 : 0),
      column: table.column + first,
      rowCount: { data: table.rowCount, headers: 1, all: table.rowCount + 1 }[part],
      columnCount: places[1] - first + 1,
    });
  }

  async writeFormula(address: string, formula: string): Promise<string> {
    checkFormula(formula);
    const cell = this.located({ ...parseAddress(address), rowCount: 1, columnCount: 1 });
    this.put(cell.sheet, cell.row, cell.column, "", formula);
    this.tellChanged();
    return addressOf(cell);
  }

  async formulas(): Promise<WorkbookFormulas> {
    const cells = [...this.sheets].flatMap(([sheet, held]) =>
      [...held].flatMap(([key, { formula }]) => {
        const [row, column] = key.split(",").map(Number);
        const address = addressOf({ sheet, row, column, rowCount: 1, columnCount: 1 });
        return formula === undefined ? [] : [{ address, formula }];
      }),
    );
    return { cells, names: this.definedNames };
  }

  async protectedSheets(): Promise<readonly string[]> {
    return this.protectedNames;
  }

  async spillAreas(cells: readonly string[]): Promise<readonly string[]> {
    return cells.map((address) => {
      const cell = this.located(parseAddress(address));
      const [rowCount, columnCount] = this.cell(cell.sheet, cell.row, cell.column)?.covers ?? [1, 1];
      return addressOf({ ...cell, rowCount, columnCount });
    });
  }

  async readAreas(addresses: readonly string[]): Promise<readonly (RangeContent | undefined)[]> {
    return addresses.map((address) => {
      const parsed = parseAddress(address);
      const gone = parsed.sheet !== undefined && this.sheetCalled(parsed.sheet) === undefined;
      return gone ? undefined : this.content(this.located(parsed));
    });
  }

  async replaceAreas(edits: readonly AreaEdit[]): Promise<void> {
    for (const edit of edits) {
      const { sheet, row, column, rowCount, columnCount } = this.located(parseAddress(edit.address));
      for (let r = 0; r < rowCount; r++)
        for (let c = 0; c < columnCount; c++)
          this.put(sheet, row + r, column + c, "values" in edit ? edit.values[r][c] : "");
      if ("formula" in edit) this.put(sheet, row, column, "", edit.formula);
    }
    this.tellChanged();
  }

  async setting(key: string): Promise<string | undefined> {
    return this.settings.get(key);
  }

  async saveSetting(key: string, value: string): Promise<void> {
    this.settings.set(key, value);
  }

  onSelectionChanged(listener: () => void): () => void {
    this.selectionChanged.add(listener);
    return () => void this.selectionChanged.delete(listener);
  }

  onChanged(listener: () => void): () => void {
    this.changed.add(listener);
    return () => void this.changed.delete(listener);
  }

  private find(name: string): MemoryTable | undefined {
    return this.tableList.find((table) => table.name.toLowerCase() === name.toLowerCase());
  }

  private existing(name: string): MemoryTable {
    const table = this.find(name);
    if (table === undefined) throw noTable(name);
    return table;
  }

  private bodyRow({ sheet, row, column, columns }: MemoryTable, r: number): CellValue[] {
    return columns.map((_, c) => this.value(sheet, row + 1 + r, column + c));
  }

  private sheetCalled(name: string): string | undefined {
    return [...this.sheets.keys()].find((sheet) => sheet.toLowerCase() === name.toLowerCase());
  }

  private info({ name, sheet, row, column, columns, rowCount }: MemoryTable): TableInfo {
    const address = addressOf({ sheet, row, column, rowCount: rowCount + 1, columnCount: columns.length });
    return { name, sheet, columns: [...columns], rowCount, address };
  }

  private located(rectangle: Rectangle): Rectangle & { readonly sheet: string } {
    const name = rectangle.sheet ?? this.selected.sheet;
    const sheet = this.sheetCalled(name);
    if (sheet === undefined) throw noSheet(name);
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
