import { ICommandService, type Injector, type Workbook, type Worksheet } from "@univerjs/core";
import { InsertDefinedNameCommand, SheetsSelectionsService } from "@univerjs/sheets";
import type { ITableInfo } from "@univerjs/sheets-table";
import type { Calculator } from "../../calculator/attach-calculator";
import { cellRange, gridRange } from "../files/grid-range";
import { gridNames } from "../files/grid-names";
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
  Steps,
} from "../host";
import { afterPaint, nextTask } from "./after-paint";
import { GridEditor } from "./grid-editor";
import { watchGrid } from "./grid-events";
import { formatOf, sharedStyles } from "./grid-format";
import { GridTables } from "./grid-tables";
import { beforeEdits } from "./outside-edits";
import { selectRange } from "./select-range";
import { SheetReader } from "./sheet-reader";
import { WholeWork } from "./whole-work";
import type { CellValue } from "../../xlsx";

/** Office.js gives widths of columns in points, the grid in pixels at 96 to the inch. */
const pixelsPerPoint = 96 / 72;

/** The workbook in the grid as the host shows it to Office.js. */
export class GridWorkbook implements HostWorkbook {
  readonly settings = new Map<string, string>();
  readonly charts: HostChart[] = [];
  private readonly editor: GridEditor;
  private readonly gridTables: GridTables;
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly veryHidden = new Set<string>();
  private readonly batches: WholeWork;
  private readonly stopWatching: () => void;
  private changedInBatch: HostRange[] | undefined;
  private reader: { readonly sheetId: string; readonly reader: SheetReader } | undefined;

  constructor(
    readonly name: string,
    private readonly injector: Injector,
    private readonly workbook: Workbook,
    private readonly calculator: Calculator,
  ) {
    this.editor = new GridEditor(injector, workbook);
    this.gridTables = new GridTables(injector, workbook);
    this.batches = new WholeWork({
      now: () => performance.now(),
      rest: nextTask,
      // What is half written need not be calculated.
      onRest: () => calculator.hold(),
    });
    const stopEdits = beforeEdits(injector, () => this.batches.finish());
    const stopGrid = watchGrid(injector, workbook, {
      changed: (range) => this.noteChange(range),
      selected: () => this.tell({ kind: "selection" }),
      activated: (sheetId) => this.tell({ kind: "activated", sheetId }),
    });
    this.stopWatching = () => {
      stopEdits();
      stopGrid();
    };
  }

  dispose(): void {
    this.batches.abandon();
    this.stopWatching();
    this.listeners.clear();
  }

  sheets(): readonly HostSheet[] {
    return this.workbook.getSheets().map((sheet) => this.hostSheet(sheet));
  }
  addSheet(name?: string): HostSheet {
    return this.hostSheet(this.editor.addSheet(name));
  }
  deleteSheet(id: string): void {
    this.editor.removeSheet(this.sheet(id));
  }
  renameSheet(id: string, name: string): void {
    this.editor.renameSheet(this.sheet(id), name);
  }
  moveSheet(id: string, position: number): void {
    this.editor.moveSheet(this.sheet(id), position);
  }
  setVisibility(id: string, visibility: HostSheet["visibility"]): void {
    const sheet = this.sheet(id);
    const hidden = visibility !== "Visible";
    if (hidden !== (sheet.isSheetHidden() === 1)) this.editor.setHidden(sheet, hidden);
    if (visibility === "VeryHidden") this.veryHidden.add(id);
    else this.veryHidden.delete(id);
  }
  activeSheetId(): string {
    return this.workbook.getActiveSheet().getSheetId();
  }
  activateSheet(id: string): void {
    const selected = this.areasOf(id)[0] ?? { row: 0, column: 0, rows: 1, columns: 1 };
    selectRange(this.injector, this.sheet(id), selected);
  }
  usedRange(sheetId: string, within?: HostRange): HostRange | undefined {
    const used = this.readerOf(sheetId).used(within === undefined ? undefined : gridRange(within));
    return used === undefined ? undefined : { sheetId, ...cellRange(used) };
  }

  values(range: HostRange): HostValue[][] {
    return this.readerOf(range.sheetId)
      .values(gridRange(range))
      .map((row) => row.map(hostValue));
  }
  cell(sheetId: string, row: number, column: number): HostCell {
    const reader = this.readerOf(sheetId);
    const sheet = this.sheet(sheetId);
    const format = () => this.format(sheetId, row, column);
    // Looked up when asked for: each takes its time in a large table.
    return {
      get value() {
        return hostValue(reader.value(row, column));
      },
      get formula() {
        return reader.formula(row, column);
      },
      get numberFormat() {
        return format().numberFormat ?? "General";
      },
      get text() {
        return shownText(sheet, row, column, this.value);
      },
    };
  }
  setCells(range: HostRange, input: (row: number, column: number) => HostInput | undefined): void {
    this.editor.setCells(this.sheet(range.sheetId), range, (row, column) => {
      const entry = input(row, column);
      if (entry === undefined || "formula" in entry) return entry;
      return { value: entry.value === "" ? null : entry.value };
    });
  }
  setFormat(range: HostRange, format: (row: number, column: number) => HostFormat): void {
    const sheet = this.sheet(range.sheetId);
    const widths: Record<number, number> = {};
    const style = sharedStyles();
    this.editor.setStyle(sheet, range, (row, column) => {
      const wanted = format(row, column);
      const { columnWidth } = wanted;
      if (columnWidth !== undefined) widths[range.column + column] = Math.round(columnWidth * pixelsPerPoint);
      return style(this.newIn(sheet, range.row + row, range.column + column, wanted));
    });
    this.editor.setColumnWidths(sheet, widths);
  }
  /** A format the cell has already is not written again: most cells of a column are alike. */
  private newIn(sheet: Worksheet, row: number, column: number, wanted: HostFormat): HostFormat {
    if (wanted.numberFormat === undefined) return wanted;
    const { s } = sheet.getCellMatrix().getValue(row, column) ?? {};
    const style = s === undefined || s === null ? undefined : this.workbook.getStyles().get(s);
    const { numberFormat, ...others } = wanted;
    return numberFormat === (formatOf(style).numberFormat ?? "General") ? others : wanted;
  }
  format(sheetId: string, row: number, column: number): HostFormat {
    const sheet = this.sheet(sheetId);
    const cell = sheet.getCellMatrix().getValue(row, column);
    const style =
      cell?.s === undefined || cell.s === null ? undefined : this.workbook.getStyles().get(cell.s);
    return { ...formatOf(style), columnWidth: sheet.getColumnWidth(column) / pixelsPerPoint };
  }
  spill(sheetId: string, row: number, column: number): HostRange | undefined {
    const area = this.readerOf(sheetId).spillAt(row, column);
    return area === undefined ? undefined : { sheetId, ...cellRange(area.range) };
  }

  tables(): readonly HostTable[] {
    return this.gridTables.all().map((table) => this.hostTable(table));
  }
  addTable(range: HostRange, name: string): HostTable {
    return this.hostTable(this.gridTables.add(this.sheet(range.sheetId), range, name));
  }
  renameTable(id: string, name: string): void {
    this.gridTables.rename(this.table(id), name);
  }
  resizeTable(id: string, range: HostRange): void {
    this.gridTables.resize(this.table(id), range);
  }
  removeTable(id: string): void {
    this.gridTables.remove(this.table(id));
  }

  addChart(chart: HostChart): void {
    this.charts.push(chart);
    this.tell({ kind: "charted" });
  }
  names(): readonly { readonly name: string; readonly formula: string }[] {
    return gridNames(this.injector, this.workbook).map(({ name, refersTo }) => ({ name, formula: refersTo }));
  }
  addName(name: string, formula: string): void {
    this.injector.get(ICommandService).syncExecuteCommand(InsertDefinedNameCommand.id, {
      unitId: this.workbook.getUnitId(),
      id: `name-${name}`,
      name,
      formulaOrRefString: formula,
      localSheetId: "AllDefaultWorkbook",
    });
  }

  selection(): readonly HostRange[] {
    const sheetId = this.activeSheetId();
    return this.areasOf(sheetId).map((area) => ({ sheetId, ...area }));
  }
  select(areas: readonly HostRange[]): void {
    const [first] = areas;
    if (first !== undefined) selectRange(this.injector, this.sheet(first.sheetId), first, areas.slice(1));
  }

  batch<T>(work: Steps<T>): Promise<T> {
    const endUndoStep = this.editor.beginUndoStep();
    this.changedInBatch = [];
    return this.batches.run(work, () => {
      endUndoStep();
      const changed = together(this.changedInBatch ?? []);
      this.changedInBatch = undefined;
      for (const range of changed) this.tell({ kind: "changed", range, origin: "addin" });
    });
  }
  /** The user sees the results before the add-in reads them, which takes its time in a large table. */
  async idle(): Promise<void> {
    while (this.calculator.busy) {
      await this.calculator.idle();
      await afterPaint();
    }
  }
  on(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private noteChange(range: HostRange): void {
    this.reader = undefined;
    if (this.changedInBatch !== undefined) this.changedInBatch.push(range);
    else this.tell({ kind: "changed", range, origin: "user" });
  }
  private tell(event: HostEvent): void {
    for (const listener of this.listeners) listener(event);
  }
  private sheet(id: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new Error(`The grid has no sheet ${id}.`);
    return sheet;
  }
  private table(id: string): ITableInfo {
    const table = this.gridTables.byId(id);
    if (table === undefined) throw new Error(`The grid has no table ${id}.`);
    return table;
  }
  /** One reader serves a run of reads; it is dropped when something may have changed. */
  private readerOf(sheetId: string): SheetReader {
    if (this.reader?.sheetId !== sheetId) {
      this.reader = { sheetId, reader: new SheetReader(this.injector, this.sheet(sheetId)) };
      queueMicrotask(() => (this.reader = undefined));
    }
    return this.reader.reader;
  }
  private areasOf(sheetId: string): { row: number; column: number; rows: number; columns: number }[] {
    const selections = this.injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(this.workbook.getUnitId())
      .getSelectionsOfWorksheet(sheetId);
    return selections.map(({ range }) => cellRange(range)).reverse();
  }
  private hostSheet(sheet: Worksheet): HostSheet {
    const id = sheet.getSheetId();
    const hidden = sheet.isSheetHidden() === 1;
    const visibility = !hidden ? "Visible" : this.veryHidden.has(id) ? "VeryHidden" : "Hidden";
    return { id, name: sheet.getName(), visibility };
  }
  private hostTable(table: ITableInfo): HostTable {
    const range = { sheetId: table.subUnitId, ...this.gridTables.range(table) };
    return { id: table.id, name: table.name, range, style: "TableStyleMedium2" };
  }
}

function hostValue(value: CellValue): HostValue {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

/** As the grid draws it, with its number format. */
function shownText(sheet: Worksheet, row: number, column: number, value: HostValue): string {
  const drawn = sheet.getCell(row, column);
  if (typeof value === "boolean") return String(value).toUpperCase();
  return drawn?.v === undefined || drawn.v === null ? String(value) : String(drawn.v);
}

/** Large writes reach the grid in portions of some rows each: portions that lie under each other are one change. */
function together(ranges: readonly HostRange[]): HostRange[] {
  const merged: HostRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    const continues =
      last !== undefined &&
      last.sheetId === range.sheetId &&
      last.column === range.column &&
      last.columns === range.columns &&
      range.row >= last.row &&
      range.row <= last.row + last.rows;
    if (continues)
      merged[merged.length - 1] = {
        ...last,
        rows: Math.max(last.rows, range.row + range.rows - last.row),
      };
    else merged.push(range);
  }
  return merged;
}
