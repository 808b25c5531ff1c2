import type { Argument } from "./arguments";
import type { Cell, Cells } from "./cells";
import { CellError } from "./cell-error";
import type { FunctionDefinition } from "./define";

/** Puts the names above the numbers when the caller asked for them with header=TRUE. */
export function withHeader(
  definition: FunctionDefinition,
  ranges: readonly { readonly name: string; readonly argument: Argument<unknown>; readonly cells: Cells }[],
  rows: readonly (readonly Cell[])[],
  down: boolean,
): readonly (readonly Cell[])[] {
  const asked = ranges.find(({ name }) => name === "header");
  if (asked === undefined || asked.argument.shape !== "scalar") return rows;
  if (asked.argument.parse(asked.cells[0][0], "header") !== true) return rows;
  const { shape, label, columns } = definition.returns;
  if (rows.length === 1 && rows[0].length === 1 && rows[0][0] instanceof CellError) return rows;
  if (columns !== undefined) return [columns, ...rows];
  if (shape === "series" && !down) return [rows[0].map((_, i) => `t+${i + 1}`), ...rows];
  return [rows[0].map((_, i) => (i === 0 ? label : "")), ...rows];
}

/**
 * Text on top of a column is its name, unless it is made of digits as a number or a day is: that is one stored as text, and to leave it
 * out would shift the rest.
 */
export function isName(cell: Cell | undefined): boolean {
  return typeof cell === "string" && !/^[\s\d.,:/%+-]*\d[\s\d.,:/%+-]*$/.test(cell);
}
