import { CellValueType, type ICellData, type Injector, type Nullable, type Workbook } from "@univerjs/core";
import { ERROR_TYPE_SET, FormulaDataModel, type ErrorType } from "@univerjs/engine-formula";
import type { CellValue } from "../xlsx/content";
import type { CellAddress } from "./cell-address";

export interface CellResult {
  readonly value: CellValue;
  /** All results where the formula spills; the first is the cell's own. */
  readonly spill?: readonly (readonly CellValue[])[];
}

/** What a formula came to, at full precision: the engine's own ways of reading a sheet round, or leave spills out. */
export function readResult(injector: Injector, workbook: Workbook, address: CellAddress): CellResult {
  const { unitId, sheetId, row, column } = address;
  const model = injector.get(FormulaDataModel);
  const value = toCellValue(workbook.getSheetBySheetId(sheetId)?.getCellMatrix().getValue(row, column));
  const range = model.getArrayFormulaRange()[unitId]?.[sheetId]?.[row]?.[column];
  if (!range || isErrorValue(value, "#SPILL!")) return { value };
  const results = model.getArrayFormulaCellData()[unitId]?.[sheetId];
  const spill: CellValue[][] = [];
  for (let r = range.startRow; r <= range.endRow; r++) {
    const cells: CellValue[] = [];
    for (let c = range.startColumn; c <= range.endColumn; c++) cells.push(toCellValue(results?.[r]?.[c]));
    spill.push(cells);
  }
  return { value, spill };
}

/** A blank that a formula hands on is 0, as in Excel. */
function toCellValue(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === null || value === undefined) return 0;
  if (cell?.t === CellValueType.BOOLEAN) return value === true || value === 1 || value === "1";
  if (typeof value === "string" && ERROR_TYPE_SET.has(value as ErrorType)) return { error: value };
  return value;
}

export function isErrorValue(value: CellValue, code: string): boolean {
  return typeof value === "object" && value !== null && value.error === code;
}
