import {
  BooleanNumber,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type IDisposable,
  type Injector,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { sheetKey, sheetsMoved } from "./sheet-mutations";

type Rows = Record<number, { hd: BooleanNumber }>;

/**
 * The hidden rows of each sheet, for formulas that pass them over. The engine would ask every row of every sheet at each pass, but neither
 * values nor results hide one.
 */
export class HiddenRows {
  private readonly instances: IUniverInstanceService;
  private readonly known = new Map<string, Rows>();
  private readonly watching: IDisposable;

  constructor(injector: Injector) {
    this.instances = injector.get(IUniverInstanceService);
    this.watching = injector.get(ICommandService).onCommandExecuted((command) => {
      const moved = sheetsMoved(command);
      if (moved === undefined) this.known.clear();
      else for (const sheet of moved) this.known.delete(sheet);
    });
  }

  /** By workbook and sheet, as the engine takes them. */
  all(): Record<string, Record<string, Rows>> {
    const all: Record<string, Record<string, Rows>> = {};
    for (const workbook of this.instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      const sheets = workbook.getSheets().map((sheet) => [sheet.getSheetId(), this.ofSheet(sheet)] as const);
      all[workbook.getUnitId()] = Object.fromEntries(sheets);
    }
    return all;
  }

  dispose(): void {
    this.watching.dispose();
  }

  private ofSheet(sheet: Worksheet): Rows {
    const key = sheetKey(sheet.getUnitId(), sheet.getSheetId());
    let rows = this.known.get(key);
    if (rows === undefined) this.known.set(key, (rows = lookedUp(sheet)));
    return rows;
  }
}

function lookedUp(sheet: Worksheet): Rows {
  const rows: Rows = {};
  for (let row = 0; row < sheet.getRowCount(); row++) {
    if (!sheet.getRowVisible(row)) rows[row] = { hd: BooleanNumber.TRUE };
  }
  return rows;
}
