import { invalidInput } from "../engine/errors";
import { parseNumber, ruleText, type ListArgument, type NumberRule } from "./arguments";
import { isName } from "./header";

/** A row or column of numbers that keeps step with other lists: a blank is NaN. A first cell with a name is a header. */
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
      const start = isName(cells[0]) ? 1 : 0;
      return cells
        .slice(start)
        .map((cell, i) =>
          cell === null ? NaN : parseNumber(cell, `${name} at position ${start + i + 1}`, rule),
        );
    },
  };
}

/**
 * A row or column of numbers that keeps step with other lists and has no gaps: blanks at its end are left out, any other is refused,
 * because what follows it would slip to another entry. `mayStartBlank`: one blank in front is left out too.
 */
export function unbrokenNumbers(
  label: string,
  unit: string,
  rule: NumberRule,
  { mayStartBlank = false } = {},
): ListArgument<readonly number[]> {
  const { parse, ...inStep } = numbersInStep(label, unit, rule);
  return {
    ...inStep,
    rule: `${inStep.rule}; blanks only at the end`,
    parse: (cells, name) => {
      const values = parse(cells, name);
      const header = cells.length - values.length;
      const start = mayStartBlank && Number.isNaN(values[0]) ? 1 : 0;
      let end = values.length;
      while (end > start && Number.isNaN(values[end - 1])) end--;
      const gap = values.findIndex((value, i) => i >= start && i < end && Number.isNaN(value));
      if (gap >= 0) throw invalidInput(`${name} at position ${header + gap + 1}`, "must be given", null);
      return values.slice(start, end);
    },
  };
}

/** Refuses a list that has a blank where another list has an entry. */
export function checkGiven(name: string, list: readonly number[], wanted: readonly boolean[]): void {
  const missing = list.findIndex((entry, i) => wanted[i] && Number.isNaN(entry));
  if (missing >= 0)
    throw invalidInput(`${name} at position ${missing + 1}`, "must be given where the others are", null);
}
