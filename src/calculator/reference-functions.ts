import {
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import type { IRange } from "@univerjs/core";
import { CellError } from "../functions/cell-error";
import type { Outcome } from "../functions/evaluate";
import type { CellAddress } from "./cell-address";
import { toFormulaValue } from "./results";

type Value = BaseValueObject | BaseReferenceObject;

/** A1#: all that the formula in A1 spills over. */
export class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super("ANCHORARRAY");
  }

  override calculate(anchor: BaseValueObject): BaseValueObject {
    const value = anchor as Value;
    if (!isReference(value)) return value.isError() ? value : error(ErrorType.REF);
    const { startRow: row, startColumn: column } = value.getRangePosition();
    const now = value.getCurrentRuntimeActiveArrayFormulaRange()?.[row]?.[column];
    const isNew = value.getCurrentRuntimeSheetData()?.getValue(row, column) !== undefined;
    const range = now ?? (isNew ? undefined : value.getCurrentActiveArrayFormulaRange()?.[row]?.[column]);
    const first = value.getFirstCell();
    if (first.isError()) return first;
    return this.createReferenceObject(value, range ?? cellRange(row, column)) as BaseValueObject;
  }
}

/** @x: one value of a range or array, the one in the formula's own row or column. */
export class Single extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super("SINGLE");
  }

  override calculate(operand: BaseValueObject): BaseValueObject {
    const value = operand as Value;
    if (isReference(value)) return this.intersect(value);
    if (!value.isArray()) return value;
    return (value as unknown as BaseReferenceObject).getFirstCell() as BaseValueObject;
  }

  private intersect(reference: BaseReferenceObject): BaseValueObject {
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    if (row < startRow || row > endRow || column < startColumn || column > endColumn) {
      return error(ErrorType.VALUE);
    }
    return this.createReferenceObject(reference, cellRange(row, column)) as BaseValueObject;
  }
}

export const refusedName = "STOCKBOOK.REFUSED";

/** Stands in for a formula that the engine would get wrong, and says why. */
export class Refused extends BaseFunction {
  constructor(private readonly note: (cell: CellAddress, outcome: Outcome) => void) {
    super(refusedName);
  }

  override calculate(reason: BaseValueObject): BaseValueObject {
    const outcome = [[new CellError("#N/A", String(reason.getValue()))]];
    const cell = {
      unitId: this.unitId ?? "",
      sheetId: this.subUnitId ?? "",
      row: this.row,
      column: this.column,
    };
    this.note(cell, outcome);
    return toFormulaValue(outcome);
  }
}

function isReference(value: Value | FunctionVariantType): value is BaseReferenceObject {
  return value.isReferenceObject();
}

function cellRange(row: number, column: number): IRange {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}

function error(type: ErrorType): BaseValueObject {
  return ErrorValueObject.create(type);
}
