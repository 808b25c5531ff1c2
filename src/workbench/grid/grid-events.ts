import { ICommandService, type ICommandInfo, type Injector, type Workbook } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import type { HostRange } from "../host";

/** What happens in the grid, in the words of the host. */
export interface GridListener {
  readonly changed: (range: HostRange) => void;
  readonly selected: () => void;
  readonly activated: (sheetId: string) => void;
}

const reshaping = new Set<string>([
  InsertColMutation.id,
  InsertRowMutation.id,
  MoveRangeMutation.id,
  RemoveColMutation.id,
  RemoveRowMutation.id,
]);

/** Tells of edits, selections and sheets that come to the front; results of formulas are no edits. Returns how to stop. */
export function watchGrid(injector: Injector, workbook: Workbook, listener: GridListener): () => void {
  const watching = injector.get(ICommandService).onCommandExecuted((command, options) => {
    const { unitId } = (command.params ?? {}) as { unitId?: string };
    if (unitId !== workbook.getUnitId()) return;
    if (command.id === SetRangeValuesMutation.id) {
      if (options?.onlyLocal || options?.applyFormulaCalculationResult) return;
      const range = writtenRange(command);
      if (range !== undefined) listener.changed(range);
    } else if (reshaping.has(command.id)) {
      for (const range of wholeSheets(workbook, command)) listener.changed(range);
    } else if (command.id === SetSelectionsOperation.id) listener.selected();
    else if (command.id === SetWorksheetActiveOperation.id) {
      listener.activated((command.params as { subUnitId: string }).subUnitId);
      listener.selected();
    }
  });
  return () => watching.dispose();
}

/** The rectangle around the cells whose content was written; a change of looks alone is none. */
function writtenRange(command: Readonly<ICommandInfo>): HostRange | undefined {
  const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, cells] of Object.entries(cellValue ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      const looksOnly = cell !== null && cell !== undefined && Object.keys(cell).every((key) => key === "s");
      if (looksOnly) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  if (bottom < 0) return undefined;
  return { sheetId: subUnitId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Inserted, deleted and moved cells shift all that follows: readers look at the whole sheet again. */
function wholeSheets(workbook: Workbook, command: Readonly<ICommandInfo>): HostRange[] {
  const { subUnitId, from, to } = command.params as {
    subUnitId?: string;
    from?: { subUnitId: string };
    to?: { subUnitId: string };
  };
  const ids = new Set([subUnitId, from?.subUnitId, to?.subUnitId].filter((id) => id !== undefined));
  return [...ids].flatMap((sheetId) => {
    const sheet = workbook.getSheetBySheetId(sheetId);
    if (!sheet) return [];
    return [{ sheetId, row: 0, column: 0, rows: sheet.getRowCount(), columns: sheet.getColumnCount() }];
  });
}
