import { firstSerial, lastSerial, serialOfIsoText } from "../engine/calendar";
import { invalidInput } from "../engine/errors";
import type { ListArgument, ScalarArgument } from "./arguments";
import { CellError } from "./cell-error";
import type { Cell } from "./cells";
import { isName } from "./header";

const rule = "a date, or text such as 2024-01-31";
const described = { unit: "date", optional: false, defaultText: "" } as const;

export function parseDate(cell: Cell, name: string): number {
  if (cell instanceof CellError) throw cell;
  const serial = typeof cell === "string" ? serialOfIsoText(cell) : cell;
  if (typeof serial === "number" && serial >= firstSerial && serial < lastSerial + 1) return serial;
  throw invalidInput(name, `must be ${rule}`, cell);
}

/** A day, as an Excel serial. */
export function date(label: string): ScalarArgument<number> {
  return { ...described, shape: "scalar", label, rule, numeric: false, parse: parseDate };
}

/**
 * Days in any order, as Excel serials, in step with another list: a blank is NaN, and so is 0, which is what some hosts make of a
 * blank and no date. A first cell with a name is a header.
 */
export function dates(label: string): ListArgument<readonly number[]> {
  return {
    ...described,
    shape: "list",
    label,
    rule: `a row or column, each ${rule}`,
    numeric: true,
    parse: (cells, name) => {
      const start = isName(cells[0]) ? 1 : 0;
      return cells
        .slice(start)
        .map((cell, i) =>
          cell === null || cell === 0 ? NaN : parseDate(cell, `${name} at position ${start + i + 1}`),
        );
    },
  };
}
