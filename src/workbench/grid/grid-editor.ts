import {
  ICommandService,
  IUndoRedoService,
  type ICellData,
  type Injector,
  type IStyleData,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  InsertSheetCommand,
  RemoveSheetCommand,
  SetColWidthCommand,
  SetRangeValuesCommand,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetOrderCommand,
  SetWorksheetShowCommand,
} from "@univerjs/sheets";
import type { CellRange, CellValue } from "../../xlsx";
import { gridRange } from "../files/grid-range";
import { gridValue } from "../files/grid-data";

/** New sheets are as roomy as opened ones: a reference beyond the grid is an error to the calculator. */
const newSheetSize = { rowCount: 20_000, columnCount: 260 };

/** Edits of the workbook from the program's side, as commands: each can be undone, and whatever is done in one batch is undone in one. */
export class GridEditor {
  private readonly commands: ICommandService;
  private batching = false;

  constructor(
    private readonly injector: Injector,
    private readonly workbook: Workbook,
  ) {
    this.commands = injector.get(ICommandService);
  }

  /** True while a batch runs: what changes now was not done by the user. */
  get inBatch(): boolean {
    return this.batching;
  }

  batch<T>(work: () => T): T {
    if (this.batching) return work();
    const together = this.injector.get(IUndoRedoService).__tempBatchingUndoRedo(this.workbook.getUnitId());
    this.batching = true;
    try {
      return work();
    } finally {
      this.batching = false;
      together.dispose();
    }
  }

  /** Puts constants and formulas into cells, row by row; undefined leaves a cell as it is. */
  setCells(
    sheet: Worksheet,
    range: CellRange,
    cell: (row: number, column: number) => CellInput | undefined,
  ): void {
    const value: Record<number, Record<number, ICellData>> = {};
    for (let row = 0; row < range.rows; row++) {
      const cells: Record<number, ICellData> = {};
      for (let column = 0; column < range.columns; column++) {
        const input = cell(row, column);
        if (input !== undefined) cells[range.column + column] = cellData(input);
      }
      if (Object.keys(cells).length > 0) value[range.row + row] = cells;
    }
    this.putCells(sheet, range, value);
  }

  setStyle(
    sheet: Worksheet,
    range: CellRange,
    style: (row: number, column: number) => IStyleData | undefined,
  ): void {
    const value: Record<number, Record<number, ICellData>> = {};
    for (let row = 0; row < range.rows; row++) {
      const cells: Record<number, ICellData> = {};
      for (let column = 0; column < range.columns; column++) {
        const change = style(row, column);
        if (change !== undefined) cells[range.column + column] = { s: change };
      }
      if (Object.keys(cells).length > 0) value[range.row + row] = cells;
    }
    this.putCells(sheet, range, value);
  }

  /** The range is named although the cells name themselves: without it the grid refuses a sheet nobody has selected in yet. */
  private putCells(
    sheet: Worksheet,
    range: CellRange,
    value: Record<number, Record<number, ICellData>>,
  ): void {
    if (Object.keys(value).length === 0) return;
    this.run(SetRangeValuesCommand.id, { ...this.ids(sheet), range: gridRange(range), value });
  }

  setColumnWidth(sheet: Worksheet, range: CellRange, pixels: number): void {
    this.run(SetColWidthCommand.id, { ...this.ids(sheet), ranges: [gridRange(range)], value: pixels });
  }

  addSheet(name: string | undefined): Worksheet {
    const before = new Set(this.workbook.getSheets());
    this.run(InsertSheetCommand.id, { unitId: this.workbook.getUnitId(), sheet: { name, ...newSheetSize } });
    const added = this.workbook.getSheets().find((sheet) => !before.has(sheet));
    if (added === undefined) throw new Error("The grid did not add the sheet.");
    return added;
  }

  removeSheet(sheet: Worksheet): void {
    this.run(RemoveSheetCommand.id, this.ids(sheet));
  }

  renameSheet(sheet: Worksheet, name: string): void {
    this.run(SetWorksheetNameCommand.id, { ...this.ids(sheet), name });
  }

  moveSheet(sheet: Worksheet, position: number): void {
    this.run(SetWorksheetOrderCommand.id, { ...this.ids(sheet), order: position });
  }

  setHidden(sheet: Worksheet, hidden: boolean): void {
    this.run(hidden ? SetWorksheetHideCommand.id : SetWorksheetShowCommand.id, this.ids(sheet));
  }

  run(id: string, params: object): void {
    if (!this.commands.syncExecuteCommand(id, params)) throw new Error(`The grid refused ${id}.`);
  }

  ids(sheet: Worksheet): { unitId: string; subUnitId: string } {
    return { unitId: this.workbook.getUnitId(), subUnitId: sheet.getSheetId() };
  }
}

export type CellInput = { readonly formula: string } | { readonly value: CellValue };

/** A plain value takes formula, spill and rich text out of the cell; its look stays. */
function cellData(input: CellInput): ICellData {
  const cleared = { f: null, si: null, p: null };
  if ("formula" in input) return { ...cleared, f: input.formula, v: null, t: null };
  const { v, t } = gridValue(input.value);
  return { ...cleared, v: v ?? null, t: t ?? null };
}
