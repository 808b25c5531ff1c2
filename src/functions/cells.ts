import { CellError, type ErrorCode } from "./cell-error";

/** One cell as the functions see it. A blank cell, an omitted argument and "" are all null. */
export type Cell = number | string | boolean | null | CellError;

/** A range: rows of cells, at least one row and one column. */
export type Cells = readonly (readonly Cell[])[];

/** What a host may hand over: a bare value, rows of values, data-type objects, error objects. */
export type RawArgument = unknown;

const blankRange: Cells = [[null]];

/** Any argument a host may pass, as a rectangular range. Scalars become one cell. */
export function toCells(raw: RawArgument): Cells {
  if (raw === null || raw === undefined) return blankRange;
  if (!Array.isArray(raw)) return [[toCell(raw)]];
  if (raw.length === 0) return blankRange;
  const rows = raw.map((row: unknown) => (Array.isArray(row) ? row.map(toCell) : [toCell(row)]));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) return blankRange;
  for (const row of rows) while (row.length < width) row.push(null);
  return rows;
}

/** Unwraps data-type objects (basicValue) and error objects; "" from a formula is a blank. */
function toCell(raw: unknown): Cell {
  if (typeof raw === "number") {
    return Number.isFinite(raw) ? raw : new CellError("#NUM!", `a number must be finite, got ${raw}`);
  }
  if (raw === null || raw === undefined || raw === "") return null;
  if (typeof raw === "string" || typeof raw === "boolean" || raw instanceof CellError) return raw;
  if (typeof raw === "object") {
    const object = raw as {
      type?: unknown;
      basicType?: unknown;
      basicValue?: unknown;
      code?: unknown;
      message?: unknown;
    };
    if (object.type === "Error" || object.basicType === "Error") return errorCell(object.basicValue, object);
    if ("basicValue" in object) return toCell(object.basicValue);
    if (typeof object.code === "string") return errorCell(object.code, object);
  }
  return new CellError("#VALUE!", "a cell holds a kind of value this function cannot read");
}

function errorCell(code: unknown, object: { message?: unknown }): CellError {
  const text = String(code ?? "#VALUE!");
  const message = typeof object.message === "string" ? object.message : "";
  return new CellError((text.startsWith("#") ? text : "#VALUE!") as ErrorCode, message);
}

export function isColumn(cells: Cells): boolean {
  return cells[0].length === 1;
}

export function isRow(cells: Cells): boolean {
  return cells.length === 1;
}

export function isSingle(cells: Cells): boolean {
  return isColumn(cells) && isRow(cells);
}

export function isBlank(cells: Cells): boolean {
  return cells.every((row) => row.every((cell) => cell === null));
}

/** A single row or column as a flat list, in order. */
export function flatten(cells: Cells): Cell[] {
  return isRow(cells) ? [...cells[0]] : isColumn(cells) ? cells.map((row) => row[0]) : cells.flat();
}
