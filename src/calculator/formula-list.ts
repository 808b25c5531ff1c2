import {
  ICommandService,
  isFormulaId,
  isFormulaString,
  type ICellData,
  type ICommandInfo,
  type IDisposable,
  type IExecutionOptions,
  type Injector,
  type Nullable,
} from "@univerjs/core";
import type { IFormulaDataItem } from "@univerjs/engine-formula";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { sheetKey, sheetsMoved } from "./sheet-mutations";

/** Formulas of one sheet by row and column. */
export type FormulaRows = Record<number, Record<number, Nullable<IFormulaDataItem>>>;

/**
 * The formulas of each sheet, kept from one look to the next: the engine looks for them in all cells of the workbook at every pass and
 * every edit, which took a fifth of a second in a workbook of half a million cells. Whatever may change formulas makes it look again.
 */
export class FormulaList {
  private readonly sheets = new Map<string, FormulaRows>();
  private readonly watching: readonly IDisposable[];

  constructor(injector: Injector) {
    const commands = injector.get(ICommandService);
    const note = (command: Readonly<ICommandInfo>, options?: IExecutionOptions) =>
      this.note(command, options);
    // Before, since others list the formulas as soon as a command is done; and after, for who lists them in between.
    this.watching = [commands.beforeCommandExecuted(note), commands.onCommandExecuted(note)];
  }

  /** The rows that are known, or those that `look` finds. */
  rows(unitId: string, sheetId: string, look: () => FormulaRows): FormulaRows {
    const key = sheetKey(unitId, sheetId);
    let rows = this.sheets.get(key);
    if (rows === undefined) this.sheets.set(key, (rows = look()));
    return rows;
  }

  /** Whether writing these cells leaves the formulas of the sheet as they are. */
  isUntouchedBy(unitId: string, sheetId: string, cells: ISetRangeValuesMutationParams["cellValue"]): boolean {
    const rows = this.sheets.get(sheetKey(unitId, sheetId));
    if (rows === undefined) return false;
    for (const [row, columns] of Object.entries(cells ?? {})) {
      for (const [column, cell] of Object.entries<Nullable<ICellData>>(columns ?? {})) {
        if (holdsFormula(cell) || rows[Number(row)]?.[Number(column)]) return false;
      }
    }
    return true;
  }

  dispose(): void {
    for (const each of this.watching) each.dispose();
    this.sheets.clear();
  }

  private note(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    const moved = sheetsMoved(command);
    if (moved === undefined) this.sheets.clear();
    else for (const sheet of moved) this.sheets.delete(sheet);
    if (command.id !== SetRangeValuesMutation.id) return;
    if (options?.applyFormulaCalculationResult === true) return;
    const { unitId, subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    if (cellValue !== undefined && this.isUntouchedBy(unitId, subUnitId, cellValue)) return;
    this.sheets.delete(sheetKey(unitId, subUnitId));
  }
}

function holdsFormula(cell: Nullable<ICellData>): boolean {
  return isFormulaString(cell?.f) || isFormulaId(cell?.si);
}
