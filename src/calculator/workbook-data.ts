import { CellValueType, type ICellData, type IWorkbookData, type IWorksheetData } from "@univerjs/core";
import type { CellContent, CellValue, SheetContent, TableContent, WorkbookContent } from "../xlsx/content";
import { MAX_COLUMNS, MAX_ROWS, parseCell } from "../xlsx/a1";
import { tokenize } from "../xlsx/formula/formula-tokens";
import { fixedArrayName } from "./fixed-array";
import { withIntersection } from "./implicit-intersection";
import type { TableShape } from "./structured-references";

/** Ids of sheets are their positions: names may change, and may hold anything. */
export const sheetIdOf = (index: number): string => `sheet${index}`;

/** A formula that is left alone; its cells keep what the file says. */
export type IsKept = (sheet: number, row: number, column: number) => boolean;

/** Whether a formula uses our functions: typed plainly by a program, they spill all the same. */
export type IsOurs = (formula: string) => boolean;

export interface WorkbookDataOptions {
  readonly id: string;
  readonly isKept: IsKept;
  readonly isOurs: IsOurs;
  /** Empty rows for what will spill. */
  readonly room: number;
}

/** The cells of a workbook as the grid engine holds them: no styles, for a number is a number whatever it looks like. */
export function toWorkbookData(
  content: WorkbookContent,
  options: WorkbookDataOptions,
): Partial<IWorkbookData> {
  const { id, isKept, isOurs, room } = options;
  const extents = sheetExtents(content, room);
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  content.sheets.forEach((sheet, index) => {
    const cellData: Record<number, Record<number, ICellData>> = {};
    for (const cell of sheet.cells) {
      const data = toCellData(cell, (row, column) => isKept(index, row, column), isOurs);
      if (data !== undefined) (cellData[cell.row] ??= {})[cell.column] = data;
    }
    sheets[sheetIdOf(index)] = { id: sheetIdOf(index), name: sheet.name, cellData, ...extents };
  });
  return { id, sheetOrder: content.sheets.map((_, index) => sheetIdOf(index)), sheets };
}

function toCellData(
  cell: CellContent,
  isKept: (row: number, column: number) => boolean,
  isOurs: IsOurs,
): ICellData | undefined {
  const value = toGridValue(cell.value);
  if (cell.formula !== undefined && !isKept(cell.row, cell.column)) {
    return { ...value, f: enteredFormula(cell, isOurs) };
  }
  const from = cell.spilledFrom;
  if (from !== undefined && !isKept(from.row, from.column)) return undefined;
  return cell.value === null ? undefined : value;
}

/** As it is to be calculated: an array may spill, an old array has its size, anything else gives one value. */
function enteredFormula({ formula = "", legacyArray, arrayRef }: CellContent, isOurs: IsOurs): string {
  if (arrayRef === undefined) return isOurs(formula) ? formula : withIntersection(formula);
  if (!legacyArray) return formula;
  return `=${fixedArrayName}(${formula.slice(1)},${arrayRef.rows},${arrayRef.columns})`;
}

export function toGridValue(value: CellValue): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === "string" ? value : value.error, t: CellValueType.STRING };
}

export function toTableShapes(tables: readonly TableContent[]): TableShape[] {
  return tables.map(({ displayName, sheet, ref, columns, headerRow, totalsRow }) => ({
    name: displayName,
    sheet,
    row: ref.row,
    column: ref.column,
    rows: ref.rows,
    columns: columns.map(({ name }) => name),
    headerRow,
    totalsRow,
  }));
}

/**
 * Sheets are made as large as anything in the workbook reaches, and twice that for what will spill: references beyond
 * the edge would be unknown, while whole columns are read cell by cell and should end somewhere.
 */
function sheetExtents({ sheets }: WorkbookContent, room: number): { rowCount: number; columnCount: number } {
  let rows = 0;
  let columns = 0;
  for (const sheet of sheets) {
    rows = Math.max(rows, sheet.rowCount);
    columns = Math.max(columns, sheet.columnCount);
    for (const reference of references(sheet)) {
      rows = Math.max(rows, reference.row + 1);
      columns = Math.max(columns, reference.column + 1);
    }
  }
  return {
    rowCount: Math.min(MAX_ROWS, rows * 2 + room),
    columnCount: Math.min(MAX_COLUMNS, columns * 2 + 100),
  };
}

function* references(sheet: SheetContent): Generator<{ row: number; column: number }> {
  const seen = new Set<string>();
  for (const { formula } of sheet.cells) {
    if (formula === undefined) continue;
    for (const { kind, text } of tokenize(formula)) {
      if (kind !== "word" || seen.has(text)) continue;
      seen.add(text);
      const cell = parseCell(text);
      if (cell !== undefined) yield cell;
    }
  }
}
