import type { Injector, Workbook, Worksheet } from "@univerjs/core";
import type { CellContent, CellEdit, CellValue, SheetContent, SheetEdits, WorkbookContent } from "../../xlsx";
import { SheetReader, type SpillArea } from "../grid/sheet-reader";

/** How the grid's cells differ from those of the opened file: what a save has to write, and nothing more. */
export function changedCells(injector: Injector, workbook: Workbook, content: WorkbookContent): SheetEdits[] {
  const edits: SheetEdits[] = [];
  for (const sheet of content.sheets) {
    const grid = workbook.getSheetBySheetName(sheet.name);
    if (grid === null || grid === undefined) continue;
    const cells = changedInSheet(new SheetReader(injector, grid), grid, sheet);
    if (cells.length > 0) edits.push({ sheet: sheet.name, cells });
  }
  return edits;
}

function changedInSheet(reader: SheetReader, grid: Worksheet, sheet: SheetContent): CellEdit[] {
  const before = new Map(sheet.cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const spills = new Map(reader.spills().map((spill) => [keyOf(spill.row, spill.column), spill]));
  const covered = coveredCells(spills.values());
  const edits: CellEdit[] = [];
  const compare = (row: number, column: number, old: CellContent | undefined) => {
    // Results of a spill are written with the formula they come from; what stood there in the file makes room.
    if (covered.has(keyOf(row, column))) {
      if (old !== undefined && isOwn(old)) edits.push({ row, column, value: null, formula: null });
      return;
    }
    const edit = changeOf(reader, row, column, old, spills.get(keyOf(row, column)));
    if (edit !== undefined) edits.push(edit);
  };
  for (const cell of sheet.cells) compare(cell.row, cell.column, cell);
  grid.getCellMatrix().forValue((row, column) => {
    if (!before.has(keyOf(row, column))) compare(row, column, undefined);
  });
  return edits;
}

function changeOf(
  reader: SheetReader,
  row: number,
  column: number,
  old: CellContent | undefined,
  spill: SpillArea | undefined,
): CellEdit | undefined {
  const formula = reader.formula(row, column);
  // The grid lets an array entered with Ctrl+Shift+Enter spill; the file keeps its fixed range and last results.
  if (old?.legacyArray && formula === old.formula) return undefined;
  if (formula === undefined) {
    // What an old spill left behind is not a constant; it goes when its formula is written.
    const value = reader.value(row, column);
    if (old?.spilledFrom !== undefined && value === null) return undefined;
    if (old?.formula === undefined && equal(value, old?.value ?? null)) return undefined;
    return { row, column, value, formula: null };
  }
  const changed = formula === old?.formula ? {} : { formula };
  if (spill !== undefined) return { row, column, ...changed, spill: reader.values(spill.range) };
  const value = reader.value(row, column);
  const sameShape = old?.arrayRef === undefined || (old.arrayRef.rows === 1 && old.arrayRef.columns === 1);
  if (formula === old?.formula && sameShape && equal(value, old.value)) return undefined;
  return { row, column, ...changed, ...(sameShape ? { value } : { spill: [[value]] }) };
}

/** The cell held something, and not the result of a spill. */
function isOwn({ value, formula, spilledFrom }: CellContent): boolean {
  return spilledFrom === undefined && (formula !== undefined || value !== null);
}

function coveredCells(spills: Iterable<SpillArea>): Set<number> {
  const covered = new Set<number>();
  for (const { row, column, range } of spills) {
    for (let r = range.startRow; r <= range.endRow; r++) {
      for (let c = range.startColumn; c <= range.endColumn; c++) {
        if (r !== row || c !== column) covered.add(keyOf(r, c));
      }
    }
  }
  return covered;
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

function equal(a: CellValue, b: CellValue): boolean {
  if (a === "" || b === "") return (a ?? "") === (b ?? "");
  if (typeof a === "object" && typeof b === "object") return a?.error === b?.error;
  return a === b;
}
