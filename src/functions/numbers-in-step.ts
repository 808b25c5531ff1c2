import { parseNumber, ruleText, type ListArgument, type NumberRule } from "./arguments";

/** A row or column of numbers that keeps step with other lists: a blank is NaN. A text first cell is a header. */
export function numbersInStep(
  label: string,
  unit: string,
  rule: NumberRule = {},
): ListArgument<readonly number[]> {
  return {
    shape: "list",
    label,
    unit,
    rule: `a row or column in step with the others, each ${ruleText(rule)}`,
    optional: false,
    defaultText: "",
    numeric: true,
    parse: (cells, name) => {
      const start = typeof cells[0] === "string" ? 1 : 0;
      return cells
        .slice(start)
        .map((cell, i) =>
          cell === null ? NaN : parseNumber(cell, `${name} at position ${start + i + 1}`, rule),
        );
    },
  };
}
