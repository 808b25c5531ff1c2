import type {
  HostCell,
  HostChart,
  HostEvent,
  HostFormat,
  HostInput,
  HostRange,
  HostSheet,
  HostTable,
  HostValue,
  HostWorkbook,
} from "./host-workbook";
import { runAtOnce, type Steps } from "./steps";

interface StoredCell {
  value: HostValue;
  formula?: string;
  format: HostFormat;
}

interface StoredSheet {
  readonly id: string;
  name: string;
  visibility: HostSheet["visibility"];
  readonly cells: Map<string, StoredCell>;
  protected?: boolean;
}

/** The simplest workbook that Office.js can be given: cells in memory, nothing calculated. */
export class MemoryHostWorkbook implements HostWorkbook {
  readonly settings = new Map<string, string>();
  readonly charts: HostChart[] = [];
  /** Areas that answers cover: nothing is calculated here, so a test says so. */
  readonly spills: HostRange[] = [];
  private readonly sheetList: StoredSheet[] = [];
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private tableList: HostTable[] = [];
  private readonly nameList: { name: string; formula: string }[] = [];
  private active = "";
  private areas: readonly HostRange[] = [];
  private nextId = 1;
  private origin: "user" | "addin" = "user";

  constructor(readonly name = "Book1.xlsx") {
    this.active = this.addSheet("Sheet1").id;
    this.areas = [{ sheetId: this.active, row: 0, column: 0, rows: 1, columns: 1 }];
  }

  sheets(): readonly HostSheet[] {
    return this.sheetList.map(({ id, name, visibility, protected: locked }) => ({
      id,
      name,
      visibility,
      ...(locked === undefined ? {} : { protected: locked }),
    }));
  }
  addSheet(name?: string): HostSheet {
    const id = `{sheet-${this.nextId++}}`;
    const sheet: StoredSheet = {
      id,
      name: name ?? `Sheet${this.sheetList.length + 1}`,
      visibility: "Visible",
      cells: new Map(),
    };
    this.sheetList.push(sheet);
    return { id, name: sheet.name, visibility: "Visible" };
  }
  deleteSheet(id: string): void {
    const at = this.sheetList.findIndex((sheet) => sheet.id === id);
    if (at >= 0) this.sheetList.splice(at, 1);
    this.tableList = this.tableList.filter(({ range }) => range.sheetId !== id);
    if (this.active === id) this.activateSheet(this.sheetList[0].id);
  }
  renameSheet(id: string, name: string): void {
    this.sheet(id).name = name;
  }
  moveSheet(id: string, position: number): void {
    const sheet = this.sheet(id);
    this.sheetList.splice(this.sheetList.indexOf(sheet), 1);
    this.sheetList.splice(position, 0, sheet);
  }
  setVisibility(id: string, visibility: HostSheet["visibility"]): void {
    this.sheet(id).visibility = visibility;
  }
  protect(id: string): void {
    this.sheet(id).protected = true;
  }
  activeSheetId(): string {
    return this.active;
  }
  activateSheet(id: string): void {
    if (this.active === id) return;
    this.active = id;
    this.tell({ kind: "activated", sheetId: id });
  }

  usedRange(sheetId: string, within?: HostRange): HostRange | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, { value, formula }] of this.sheet(sheetId).cells) {
      if (value === "" && formula === undefined) continue;
      const [row, column] = key.split(",").map(Number);
      if (within !== undefined && !holds(within, row, column)) continue;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }
    if (bottom < 0) return undefined;
    return { sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  values(range: HostRange): HostValue[][] {
    return Array.from({ length: range.rows }, (_, row) =>
      Array.from(
        { length: range.columns },
        (_cell, column) => this.cell(range.sheetId, range.row + row, range.column + column).value,
      ),
    );
  }
  cell(sheetId: string, row: number, column: number): HostCell {
    const { value, formula, format } = this.stored(sheetId, row, column) ?? {
      value: "" as HostValue,
      format: {},
    };
    return {
      value,
      ...(formula === undefined ? {} : { formula }),
      numberFormat: format?.numberFormat ?? "General",
      text: typeof value === "boolean" ? String(value).toUpperCase() : String(value),
    };
  }
  setCells(range: HostRange, input: (row: number, column: number) => HostInput | undefined): void {
    this.each(range, (row, column, cell) => {
      const entry = input(row, column);
      if (entry === undefined) return;
      delete cell.formula;
      if ("formula" in entry) {
        cell.formula = entry.formula;
        cell.value = "";
      } else cell.value = entry.value;
    });
    this.tell({ kind: "changed", range, origin: this.origin });
  }
  setFormat(range: HostRange, format: (row: number, column: number) => HostFormat): void {
    this.each(range, (row, column, cell) => {
      cell.format = { ...cell.format, ...format(row, column) };
    });
  }
  format(sheetId: string, row: number, column: number): HostFormat {
    return this.stored(sheetId, row, column)?.format ?? {};
  }
  spill(sheetId: string, row: number, column: number): HostRange | undefined {
    return this.spills.find((range) => range.sheetId === sheetId && holds(range, row, column));
  }

  tables(): readonly HostTable[] {
    return this.tableList;
  }
  addTable(range: HostRange, name: string): HostTable {
    const table = { id: `{table-${this.nextId++}}`, name, range, style: "TableStyleMedium2" };
    this.tableList = [...this.tableList, table];
    return table;
  }
  renameTable(id: string, name: string): void {
    this.tableList = this.tableList.map((table) => (table.id === id ? { ...table, name } : table));
  }
  resizeTable(id: string, range: HostRange): void {
    this.tableList = this.tableList.map((table) => (table.id === id ? { ...table, range } : table));
  }
  removeTable(id: string): void {
    this.tableList = this.tableList.filter((table) => table.id !== id);
  }

  addChart(chart: HostChart): void {
    this.charts.push(chart);
  }
  names(): readonly { readonly name: string; readonly formula: string }[] {
    return this.nameList;
  }
  addName(name: string, formula: string): void {
    this.nameList.push({ name, formula });
  }

  selection(): readonly HostRange[] {
    return this.areas;
  }
  select(areas: readonly HostRange[]): void {
    this.areas = areas;
    this.tell({ kind: "selection" });
  }

  /** Edits inside come from the add-in. */
  async batch<T>(work: Steps<T>): Promise<T> {
    this.origin = "addin";
    try {
      return runAtOnce(work);
    } finally {
      this.origin = "user";
    }
  }
  async idle(): Promise<void> {}
  on(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private sheet(id: string): StoredSheet {
    const sheet = this.sheetList.find((candidate) => candidate.id === id);
    if (sheet === undefined) throw new Error(`no sheet ${id}`);
    return sheet;
  }
  private stored(sheetId: string, row: number, column: number): StoredCell | undefined {
    return this.sheet(sheetId).cells.get(`${row},${column}`);
  }
  private each(range: HostRange, work: (row: number, column: number, cell: StoredCell) => void): void {
    const { cells } = this.sheet(range.sheetId);
    for (let row = 0; row < range.rows; row++) {
      for (let column = 0; column < range.columns; column++) {
        const key = `${range.row + row},${range.column + column}`;
        let cell = cells.get(key);
        if (cell === undefined) cells.set(key, (cell = { value: "", format: {} }));
        work(row, column, cell);
      }
    }
  }
  private tell(event: HostEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function holds(range: HostRange, row: number, column: number): boolean {
  const [r, c] = [row - range.row, column - range.column];
  return r >= 0 && r < range.rows && c >= 0 && c < range.columns;
}
