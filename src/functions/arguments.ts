import { PlanningError, invalidInput } from "../engine/errors";
import type { Series } from "../engine/demand";
import { CellError } from "./cell-error";
import type { Cell, Cells } from "./cells";

/**
 * An argument of a cell function: what Excel shows, what the rule is, and how cells become the value `run` gets.
 * - scalar: one value; in a vector function a column or row of them
 * - series: one row or column, oldest first; a block is one series per row
 * - list: a row or column taken whole
 * - table: a block taken whole
 */
export type ArgumentShape = "scalar" | "series" | "list" | "table";

interface Described {
  /** What it is, in a planner's words; becomes Excel's help. */
  readonly label: string;
  readonly unit: string;
  readonly rule: string;
  readonly optional: boolean;
  /** What an omitted argument means, as shown in help. */
  readonly defaultText: string;
  readonly choices?: readonly string[];
  /** Numeric scalars and series skip a text first cell as a header. */
  readonly numeric: boolean;
}

export interface ScalarArgument<T> extends Described {
  readonly shape: "scalar";
  /** Taken whole instead, when the text of another argument says so. */
  readonly whole?: WholeArgument;
  /** Left out, it is the latest date of this argument: of all its cells, though a call for many items takes them one by one. */
  readonly latestOf?: string;
  readonly parse: (cell: Cell, name: string) => T;
}

export interface WholeArgument {
  readonly when: { readonly argument: string; readonly is: string };
  readonly as: ListArgument<unknown> | TableArgument<unknown>;
}

export interface SeriesArgument<T> extends Described {
  readonly shape: "series";
  readonly parse: (cells: readonly Cell[], name: string) => T;
}

export interface ListArgument<T> extends Described {
  readonly shape: "list";
  readonly parse: (cells: readonly Cell[], name: string) => T;
}

export interface TableArgument<T> extends Described {
  readonly shape: "table";
  readonly parse: (cells: Cells, name: string) => T;
}

export type Argument<T> = ScalarArgument<T> | SeriesArgument<T> | ListArgument<T> | TableArgument<T>;
export type Parsed<A> = A extends { readonly parse: (cells: never, name: string) => infer T } ? T : never;

export interface NumberRule {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  readonly integer?: boolean;
  /** Said after the rule, e.g. how to write a percentage. */
  readonly hint?: string;
}

export function ruleText(rule: NumberRule): string {
  const parts: string[] = [];
  if (rule.integer) parts.push("a whole number");
  if (rule.above !== undefined && rule.below !== undefined)
    parts.push(`between ${rule.above} and ${rule.below}`);
  else if (rule.min !== undefined && rule.max !== undefined) parts.push(`from ${rule.min} to ${rule.max}`);
  else {
    if (rule.above !== undefined) parts.push(`above ${rule.above}`);
    if (rule.min !== undefined) parts.push(`at least ${rule.min}`);
    if (rule.below !== undefined) parts.push(`below ${rule.below}`);
    if (rule.max !== undefined) parts.push(`at most ${rule.max}`);
  }
  const text = parts.length === 0 ? "a number" : parts.join(", ");
  return rule.hint ? `${text} (${rule.hint})` : text;
}

function breaks(rule: NumberRule, value: number): boolean {
  return (
    (rule.min !== undefined && value < rule.min) ||
    (rule.max !== undefined && value > rule.max) ||
    (rule.above !== undefined && value <= rule.above) ||
    (rule.below !== undefined && value >= rule.below) ||
    (rule.integer === true && !Number.isInteger(value))
  );
}

/** No quantity, sum of money or date comes near it; beyond it doubles no longer count in units. */
const largestNumber = 1e15;

export function parseNumber(cell: Cell, name: string, rule: NumberRule = {}): number {
  if (typeof cell === "number") {
    if (breaks(rule, cell)) throw invalidInput(name, `must be ${ruleText(rule)}`, cell);
    if (Math.abs(cell) > largestNumber)
      throw invalidInput(name, `must not exceed ${largestNumber} in size`, cell);
    return cell;
  }
  if (cell instanceof CellError) throw cell;
  throw invalidInput(name, "must be a number", cell);
}

const required = { optional: false, defaultText: "" };

export function number(label: string, unit: string, rule: NumberRule = {}): ScalarArgument<number> {
  return {
    shape: "scalar",
    label,
    unit,
    rule: ruleText(rule),
    ...required,
    numeric: true,
    parse: (cell, name) => parseNumber(cell, name, rule),
  };
}

/** Units of the item per time bucket, 0 or more. */
export const perPeriod = (label: string) => number(label, "units per period", { min: 0 });
/** A length of time in buckets of the demand, 0 or more. */
export const periods = (label: string) => number(label, "periods", { min: 0 });
/** Units of the item; negative only where said. */
export const quantity = (label: string, rule: NumberRule = { min: 0 }) => number(label, "units", rule);
export const money = (label: string, rule: NumberRule = { min: 0 }) => number(label, "money", rule);
/** A whole number of things. */
export const count = (label: string, unit: string, rule: NumberRule = { min: 1 }) =>
  number(label, unit, { ...rule, integer: true });
/** Strictly between 0 and 1: a target that 0 % or 100 % would make meaningless. */
export const probability = (label: string) =>
  number(label, "fraction", { above: 0, below: 1, hint: "write 0.95 or 95%" });
/** From 0 to 1, ends included. */
export const fraction = (label: string) =>
  number(label, "fraction", { min: 0, max: 1, hint: "write 0.2 or 20%" });

export function flag(label: string): ScalarArgument<boolean> {
  return {
    shape: "scalar",
    label,
    unit: "TRUE or FALSE",
    rule: "TRUE or FALSE",
    ...required,
    numeric: false,
    choices: ["TRUE", "FALSE"],
    parse: (cell, name) => {
      if (cell instanceof CellError) throw cell;
      if (typeof cell === "boolean") return cell;
      if (cell === 1 || cell === 0) return cell === 1;
      if (typeof cell === "string" && /^(true|false)$/i.test(cell.trim())) return /^true$/i.test(cell.trim());
      throw invalidInput(name, "must be TRUE or FALSE", cell);
    },
  };
}

/** A code such as an item or class; a typed number counts as its digits. */
export function text(label: string): ScalarArgument<string> {
  return {
    shape: "scalar",
    label,
    unit: "text",
    rule: "text",
    ...required,
    numeric: false,
    parse: (cell, name) => {
      if (cell instanceof CellError) throw cell;
      if (cell === null) throw invalidInput(name, "must be text", cell);
      return String(cell).trim();
    },
  };
}

export function choice<const C extends string>(label: string, choices: readonly C[]): ScalarArgument<C> {
  const rule = `one of ${choices.join(", ")}`;
  return {
    shape: "scalar",
    label,
    unit: "text",
    rule,
    ...required,
    numeric: false,
    choices,
    parse: (cell, name) => {
      if (cell instanceof CellError) throw cell;
      const wanted = String(cell).trim().toUpperCase();
      const found = choices.find((candidate) => candidate.toUpperCase() === wanted);
      if (found === undefined) throw invalidInput(name, `must be ${rule}`, cell);
      return found;
    },
  };
}

interface SeriesOptions {
  readonly unit?: string;
  readonly rule?: NumberRule;
  /** What a blank means in a series that is read beside another. */
  readonly blanks?: string;
}

/**
 * A series, oldest to newest. Leading blanks are before launch and trailing blanks are not yet known: both are dropped.
 * A blank inside is missing, not zero: it arrives as NaN. A text first cell is a header.
 */
export function series(label: string, options: SeriesOptions = {}): SeriesArgument<Series> {
  const { unit = "units per period", rule = {} } = options;
  return {
    shape: "series",
    label,
    unit,
    rule: `numbers, oldest to newest${rule.min === 0 ? ", none negative" : ""}`,
    ...required,
    numeric: true,
    parse: (cells, name) => {
      const values = parseSeries(cells, name, rule);
      let start = 0;
      let end = values.length;
      while (start < end && Number.isNaN(values[start])) start++;
      while (end > start && Number.isNaN(values[end - 1])) end--;
      if (start === end)
        throw new PlanningError("insufficient-data", name, `${name} must hold numbers, got only blanks`);
      return start === 0 && end === values.length ? values : values.slice(start, end);
    },
  };
}

/** A series that is read beside another: blanks stay in place as NaN so that the two keep step. */
export function pairedSeries(label: string, options: SeriesOptions = {}): SeriesArgument<Series> {
  const { unit = "units per period", rule = {}, blanks = "a pair with a blank is left out" } = options;
  return {
    shape: "series",
    label,
    unit,
    rule: `numbers, oldest to newest; ${blanks}`,
    ...required,
    numeric: true,
    parse: (cells, name) => parseSeries(cells, name, rule),
  };
}

function parseSeries(cells: readonly Cell[], name: string, rule: NumberRule): number[] {
  const start = typeof cells[0] === "string" ? 1 : 0;
  const values: number[] = new Array(cells.length - start);
  for (let i = start; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null) values[i - start] = NaN;
    else if (typeof cell === "number" && !breaks(rule, cell) && Math.abs(cell) <= largestNumber)
      values[i - start] = cell;
    else values[i - start] = parseNumber(cell, `${name} at position ${i + 1}`, rule);
  }
  return values;
}

/** A row or column of numbers taken whole. Blanks are left out. */
export function numbers(label: string, unit: string, rule: NumberRule = {}): ListArgument<readonly number[]> {
  return {
    shape: "list",
    label,
    unit,
    rule: `a row or column, each ${ruleText(rule)}`,
    ...required,
    numeric: true,
    parse: (cells, name) => {
      const start = typeof cells[0] === "string" ? 1 : 0;
      const values: number[] = [];
      for (let i = start; i < cells.length; i++) {
        if (cells[i] !== null) values.push(parseNumber(cells[i], `${name} at position ${i + 1}`, rule));
      }
      return values;
    },
  };
}

/** Two ascending bounds that cut a scale into three classes. */
export function classCuts(label: string, rule: NumberRule): ListArgument<readonly [number, number]> {
  return {
    shape: "list",
    label,
    unit: "two numbers",
    rule: `two ascending numbers, each ${ruleText(rule)}`,
    ...required,
    numeric: false,
    parse: (cells, name) => {
      const cuts = cells.map((cell) => parseNumber(cell, name, rule));
      if (cuts.length !== 2 || cuts[0] > cuts[1])
        throw invalidInput(name, "must be two ascending numbers", cuts.join(", "));
      return [cuts[0], cuts[1]];
    },
  };
}

/** A row or column of cells taken whole, one entry per item, blanks kept as null; for lists that must keep step. */
export function cellList(label: string, unit: string, rule: string): ListArgument<readonly Cell[]> {
  return { shape: "list", label, unit, rule, ...required, numeric: false, parse: (cells) => cells };
}

/** A block of two columns of numbers taken whole, such as price breaks. Wholly blank rows are left out. */
export function pairs(
  label: string,
  rule: NumberRule = {},
): TableArgument<readonly (readonly [number, number])[]> {
  return {
    shape: "table",
    label,
    unit: "two columns",
    rule: `two columns, each ${ruleText(rule)}`,
    ...required,
    numeric: true,
    parse: (cells, name) => {
      if (cells[0].length !== 2) {
        const message = `${name} must have two columns, got ${cells[0].length}`;
        throw new PlanningError("invalid-input", name, message);
      }
      return cells.flatMap((row, i): [number, number][] => {
        const isHeader = i === 0 && typeof row[0] === "string" && typeof row[1] !== "number";
        if (isHeader || row.every((cell) => cell === null)) return [];
        const [first, second] = row.map((cell, c) =>
          parseNumber(cell, `${name} in row ${i + 1}, column ${c + 1}`, rule),
        );
        return [[first, second]];
      });
    },
  };
}

export function optional<T>(argument: ScalarArgument<T>, fallback: T): ScalarArgument<T>;
export function optional<T>(
  argument: ScalarArgument<T>,
  fallback: undefined,
  meaning: string,
): ScalarArgument<T | undefined>;
export function optional<T>(
  argument: SeriesArgument<T>,
  fallback: undefined,
  meaning: string,
): SeriesArgument<T | undefined>;
export function optional<T>(argument: ListArgument<T>, fallback: T, meaning?: string): ListArgument<T>;
export function optional<T>(
  argument: ListArgument<T>,
  fallback: undefined,
  meaning: string,
): ListArgument<T | undefined>;
export function optional<T>(
  argument: TableArgument<T>,
  fallback: undefined,
  meaning: string,
): TableArgument<T | undefined>;
/** An argument that may be left out or blank. `meaning` says what its absence does where there is no plain default. */
export function optional(
  argument: Argument<unknown>,
  fallback: unknown,
  meaning?: string,
): Argument<unknown> {
  const defaultText = meaning ?? defaultInCell(fallback);
  const described = { ...argument, optional: true, defaultText };
  if (argument.shape === "scalar") {
    const parse = argument.parse;
    return {
      ...described,
      shape: "scalar",
      parse: (cell, name) => (cell === null ? fallback : parse(cell, name)),
    };
  }
  if (argument.shape === "table") {
    const parse = argument.parse;
    return {
      ...described,
      shape: "table",
      parse: (cells, name) =>
        cells.every((row) => row.every((cell) => cell === null)) ? fallback : parse(cells, name),
    };
  }
  const parse = argument.parse;
  return {
    ...described,
    shape: argument.shape,
    parse: (cells, name) => (cells.every((cell) => cell === null) ? fallback : parse(cells, name)),
  };
}

function defaultInCell(value: unknown): string {
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? `"${value}"` : String(value);
}
