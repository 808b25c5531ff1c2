import type { Injector, Workbook } from "@univerjs/core";
import { SheetTableService } from "@univerjs/sheets-table";
import {
  addCharts,
  createXlsx,
  openPackage,
  writeCells,
  type SheetChart,
  type WorkbookContent,
  type XlsxPackage,
} from "../../xlsx";
import { changedCells } from "./changed-cells";
import { gridRange } from "./grid-range";
import { wholeWorkbook } from "./whole-workbook";

/** The file a workbook was opened from, as it was then. */
export interface OpenedFile {
  readonly pkg: XlsxPackage;
  readonly content: WorkbookContent;
  /** Made by us and by nobody else: nothing in it is lost when it is written anew. */
  readonly ownWork: boolean;
}

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** The file was written from nothing, because sheets or tables are not those of the opened one. */
  readonly writtenAnew: boolean;
}

/** The opened file with the changed cells in it; everything else in it stays as it was. */
export function save(
  injector: Injector,
  workbook: Workbook,
  opened: OpenedFile,
  functionNames: readonly string[],
  charts: Charts,
): SavedFile {
  const { bytes, writtenAnew } = cellsOf(injector, workbook, opened, functionNames);
  const drawn = writtenAnew ? charts.all() : charts.unsaved();
  return { bytes: drawn.length === 0 ? bytes : addCharts(openPackage(bytes), drawn), writtenAnew };
}

/** Charts of the add-in, and those of them that the opened file does not hold yet. */
export interface Charts {
  readonly all: () => readonly SheetChart[];
  readonly unsaved: () => readonly SheetChart[];
}

function cellsOf(
  injector: Injector,
  workbook: Workbook,
  opened: OpenedFile,
  functionNames: readonly string[],
): SavedFile {
  if (!sameStructure(injector, workbook, opened.content)) {
    return { bytes: createXlsx(wholeWorkbook(injector, workbook), functionNames), writtenAnew: true };
  }
  const edits = changedCells(injector, workbook, opened.content);
  return { bytes: writeCells(opened.pkg, edits, functionNames), writtenAnew: false };
}

function sameStructure(injector: Injector, workbook: Workbook, content: WorkbookContent): boolean {
  const sheets = workbook.getSheets();
  if (
    sheets.map((sheet) => sheet.getName()).join("\n") !== content.sheets.map(({ name }) => name).join("\n")
  ) {
    return false;
  }
  const now = injector
    .get(SheetTableService)
    .getTableList(workbook.getUnitId())
    .map(({ name, subUnitId, range }) =>
      tableKey(name, workbook.getSheetBySheetId(subUnitId)?.getName(), range),
    );
  const then = content.tables
    .filter(({ headerRow }) => headerRow)
    .map(({ displayName, sheet, ref, totalsRow }) =>
      tableKey(displayName, sheet, gridRange({ ...ref, rows: ref.rows - (totalsRow ? 1 : 0) })),
    );
  return now.sort().join("\n") === then.sort().join("\n");
}

function tableKey(
  name: string,
  sheet: string | undefined,
  range: { readonly startRow: number; endRow: number; startColumn: number; endColumn: number },
): string {
  return [name, sheet, range.startRow, range.endRow, range.startColumn, range.endColumn].join("|");
}
