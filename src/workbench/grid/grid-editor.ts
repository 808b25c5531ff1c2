import {
  generateRandomId,
  ICommandService,
  IUndoRedoService,
  mergeWorksheetSnapshotWithDefault,
  type ICellData,
  type IExecutionOptions,
  type IMutationInfo,
  type Injector,
  type IStyleData,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetCommand,
  RemoveSheetMutation,
  SetRangeValuesCommand,
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetOrderCommand,
  SetWorksheetShowCommand,
  type ISetWorksheetColWidthMutationParams,
} from "@univerjs/sheets";
import type { CellRange, CellValue } from "../../xlsx";
import { gridRange } from "../files/grid-range";
import { gridValue } from "../files/grid-data";

/** New sheets are as roomy as opened ones: a reference beyond the grid is an error to the calculator. */
const newSheetSize = { rowCount: 20_000, columnCount: 260 };

/** Edits of the workbook from the program's side, as commands, so that each can be undone. */
export class GridEditor {
  private readonly commands: ICommandService;

  constructor(
    private readonly injector: Injector,
    private readonly workbook: Workbook,
  ) {
    this.commands = injector.get(ICommandService);
  }

  /** All that is done from now on is undone together; answers how to end that. */
  beginUndoStep(): () => void {
    const together = this.injector.get(IUndoRedoService).__tempBatchingUndoRedo(this.workbook.getUnitId());
    return () => together.dispose();
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

  /** In pixels, by column. All in one: the grid lays the sheet out anew for each change, and has a command for one width only. */
  setColumnWidths(sheet: Worksheet, widths: Readonly<Record<number, number>>): void {
    const ranges = Object.keys(widths).map((column) =>
      gridRange({ row: 0, column: Number(column), rows: 1, columns: 1 }),
    );
    if (ranges.length === 0) return;
    const redo: ISetWorksheetColWidthMutationParams = { ...this.ids(sheet), ranges, colWidth: { ...widths } };
    const undo = SetWorksheetColWidthMutationFactory(redo, sheet);
    const { id } = SetWorksheetColWidthMutation;
    this.run(id, redo);
    this.pushUndo({ id, params: undo }, { id, params: redo });
  }

  /** Behind the others, without coming to the front; the grid's command would show it. */
  addSheet(name: string | undefined): Worksheet {
    const { workbook } = this;
    const unitId = workbook.getUnitId();
    const sheet = mergeWorksheetSnapshotWithDefault({
      ...newSheetSize,
      id: generateRandomId(),
      name: name === undefined ? workbook.generateNewSheetName("Sheet") : workbook.uniqueSheetName(name),
    });
    const params = { unitId, index: workbook.getSheets().length, sheet };
    const { id } = InsertSheetMutation;
    // As if a colleague had added it, for whose sheets nobody leaves his own.
    this.run(id, params, { fromCollab: true });
    this.pushUndo(
      { id: RemoveSheetMutation.id, params: { unitId, subUnitId: sheet.id, subUnitName: sheet.name } },
      { id, params },
    );
    const added = workbook.getSheetBySheetId(sheet.id);
    if (!added) throw new Error("The grid did not add the sheet.");
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

  private pushUndo(undo: IMutationInfo, redo: IMutationInfo): void {
    const unitID = this.workbook.getUnitId();
    this.injector
      .get(IUndoRedoService)
      .pushUndoRedo({ unitID, undoMutations: [undo], redoMutations: [redo] });
  }

  run(id: string, params: object, options?: IExecutionOptions): void {
    if (!this.commands.syncExecuteCommand(id, params, options)) throw new Error(`The grid refused ${id}.`);
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
