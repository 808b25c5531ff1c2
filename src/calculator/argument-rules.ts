import type { ArrayValueObject, BaseReferenceObject, BaseValueObject } from "@univerjs/engine-formula";
import { CellError, type ErrorCode } from "../functions/cell-error";
import type { Cell, Cells } from "../functions/cells";
import type { BlankRule } from "./blank-rule";
import type { CallArgument } from "./call-transport";

export { defaultBlanks, type BlankRule } from "./blank-rule";

export type FormulaValue = BaseValueObject | BaseReferenceObject | null | undefined;

/**
 * What Excel hands to a custom function whose parameters are matrices of any: a reference, an array or a single value
 * as rows of cells with texts and numbers as they are, errors as errors, and nothing at all where nothing was typed.
 */
export function readArguments(values: readonly FormulaValue[], blanks: BlankRule): readonly CallArgument[] {
  let end = values.length;
  while (end > 0 && isOmitted(values[end - 1])) end--;
  return values.slice(0, end).map((value) => readArgument(value, blanks));
}

/** Whether a cell in the arguments is still being computed: the call has to wait for it. */
export function waitsForOthers(args: readonly CallArgument[]): boolean {
  return args.some(
    (rows) =>
      rows !== null &&
      rows.some((row) => row.some((cell) => cell instanceof CellError && cell.code === "#BUSY!")),
  );
}

function isOmitted(value: FormulaValue): boolean {
  return (
    value === null || value === undefined || (value.isValueObject() && (value as BaseValueObject).isNull())
  );
}

function readArgument(value: FormulaValue, blanks: BlankRule): CallArgument {
  if (value === null || value === undefined) return null;
  if (value.isReferenceObject())
    return readArray((value as BaseReferenceObject).toArrayValueObject(), blanks);
  if ((value as BaseValueObject).isArray()) return readArray(value as ArrayValueObject, blanks);
  if (isOmitted(value)) return null;
  return [[readCell(value as BaseValueObject, blanks)]];
}

function readArray(array: ArrayValueObject, blanks: BlankRule): Cells {
  const rows = array.getArrayValue();
  return rows.map((row) => {
    const cells: Cell[] = new Array(row.length);
    for (let i = 0; i < row.length; i++) cells[i] = readCell(row[i], blanks);
    return cells;
  });
}

function readCell(value: BaseValueObject | null | undefined | void, blanks: BlankRule): Cell {
  if (value === null || value === undefined || value.isNull()) return blanks === "zero" ? 0 : null;
  if (value.isError()) return new CellError(String(value.getValue()) as ErrorCode);
  if (value.isNumber()) return Number(value.getValue());
  if (value.isBoolean()) return value.getValue() === true;
  if (value.isString()) return String(value.getValue());
  return new CellError("#VALUE!", "a cell holds a kind of value this function cannot read");
}
