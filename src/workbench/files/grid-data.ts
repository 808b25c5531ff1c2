import {
  BooleanNumber,
  CellValueType,
  LocaleType,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../../xlsx";
import { gridRange } from "./grid-range";
import { gridResources } from "./grid-resources";
import { gridStyle } from "./grid-style";
import { fittedHeights } from "./row-heights";

/** Room around the used cells: a reference beyond the grid is an error to the calculator. */
const spare = { rows: 1000, columns: 60 };
const atLeast = { rows: 20_000, columns: 260 };

const defaultColumnWidth = 68;
const defaultRowHeight = 20;

/** The content of a file as the grid takes it: cells, looks, widths, tables, names. */
export function gridData(content: WorkbookContent, id: string, name: string): IWorkbookData {
  const sheetIds = content.sheets.map((_, index) => `sheet${index + 1}`);
  return {
    id,
    name,
    appVersion: "",
    locale: LocaleType.EN_US,
    styles: Object.fromEntries(
      content.styles.map((style, index) => [String(index), gridStyle(style, content.styles[0])]),
    ),
    sheetOrder: sheetIds,
    sheets: Object.fromEntries(
      content.sheets.map((sheet, index) => [sheetIds[index], worksheet(sheet, sheetIds[index], content)]),
    ),
    resources: gridResources(content, sheetIds),
  };
}

function worksheet(sheet: SheetContent, id: string, content: WorkbookContent): Partial<IWorksheetData> {
  const rowCount = Math.max(sheet.rowCount + spare.rows, atLeast.rows);
  const columnCount = Math.max(sheet.columnCount + spare.columns, atLeast.columns);
  const width =
    sheet.defaultColumnWidth === undefined ? defaultColumnWidth : columnPixels(sheet.defaultColumnWidth);
  const columnData = columns(sheet, content, columnCount);
  return {
    id,
    name: sheet.name,
    hidden: sheet.state === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount,
    columnCount,
    defaultColumnWidth: width,
    defaultRowHeight:
      sheet.defaultRowHeight === undefined ? defaultRowHeight : rowPixels(sheet.defaultRowHeight),
    freeze: {
      xSplit: sheet.frozen.columns,
      ySplit: sheet.frozen.rows,
      startColumn: sheet.frozen.columns > 0 ? sheet.frozen.columns : -1,
      startRow: sheet.frozen.rows > 0 ? sheet.frozen.rows : -1,
    },
    mergeData: sheet.merges.map(gridRange),
    showGridlines: sheet.gridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    cellData: cells(sheet),
    columnData,
    rowData: rows(sheet, content, (column) => columnData[column]?.w ?? width),
  };
}

function cells(sheet: SheetContent): Record<number, Record<number, ICellData>> {
  const rows: Record<number, Record<number, ICellData>> = {};
  for (const cell of sheet.cells) {
    (rows[cell.row] ??= {})[cell.column] = gridCell(cell);
  }
  return rows;
}

/** A spilled result is left to its formula: written into the cell, it would stand in the spill's way. */
function gridCell(cell: CellContent): ICellData {
  const style = cell.style === 0 ? {} : { s: String(cell.style) };
  if (cell.spilledFrom !== undefined) return style;
  const formula = cell.formula === undefined ? {} : { f: cell.formula };
  return { ...gridValue(cell.value), ...formula, ...style };
}

export function gridValue(value: CellValue): Pick<ICellData, "v" | "t"> {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "string") return { v: value, t: CellValueType.STRING };
  return { v: value.error, t: CellValueType.STRING };
}

function rows(
  sheet: SheetContent,
  content: WorkbookContent,
  columnWidth: (column: number) => number,
): Record<number, Partial<IRowData>> {
  const data: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of fittedHeights(sheet, content, columnWidth)) data[row] = { h: height };
  for (const { row, height, hidden } of sheet.rows) {
    data[row] = {
      ...data[row],
      ...(height === undefined ? {} : { h: rowPixels(height), ia: BooleanNumber.FALSE }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
  return data;
}

function columns(
  sheet: SheetContent,
  content: WorkbookContent,
  columnCount: number,
): Record<number, Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  for (const { first, last, width, hidden, style } of sheet.columns) {
    for (let column = first; column <= Math.min(last, columnCount - 1); column++) {
      data[column] = {
        ...(width === undefined ? {} : { w: columnPixels(width) }),
        ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
        ...(style > 0 && style < content.styles.length ? { s: String(style) } : {}),
      };
    }
  }
  return data;
}

/** Excel counts columns in digits of the default font, 7 pixels each, plus 5 of padding. */
function columnPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

function rowPixels(points: number): number {
  return Math.round((points * 4) / 3);
}
