import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/engine-formula";
import { CellError } from "../functions/cell-error";
import type { Cell } from "../functions/cells";
import type { Outcome } from "../functions/evaluate";

export const busyCode = "#BUSY!";

export function busyValue(): BaseValueObject {
  return errorValue(busyCode);
}

/** The outcome of a call as the formula engine takes it: one value, or an array that spills. */
export function toFormulaValue(outcome: Outcome): BaseValueObject {
  if (outcome.length === 1 && outcome[0].length === 1) return toCellValue(outcome[0][0]);
  return ArrayValueObject.create({
    calculateValueList: outcome.map((row) => row.map(toCellValue)),
    rowCount: outcome.length,
    columnCount: outcome[0].length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function toCellValue(cell: Cell): BaseValueObject {
  if (typeof cell === "number") return NumberValueObject.create(cell);
  if (typeof cell === "boolean") return BooleanValueObject.create(cell);
  if (cell instanceof CellError) return errorValue(cell.code);
  return StringValueObject.create(cell ?? "");
}

function errorValue(code: string): BaseValueObject {
  return ErrorValueObject.create(code as ErrorType);
}
