import type { Citation } from "../engine/sources";
import type { Argument, Parsed } from "./arguments";
import type { Cell } from "./cells";
import type { ErrorCode } from "./cell-error";

export const families = [
  "demand",
  "forecast",
  "accuracy",
  "segmentation",
  "safety-stock",
  "replenishment",
  "supply",
  "network",
  "kpi",
  "valuation",
  "control",
  "risk",
] as const;
export type Family = (typeof families)[number];

/** What one call (or, in a vector function, one item) gives back. */
export type Result = Cell | readonly Cell[] | readonly (readonly Cell[])[];

/**
 * - value: one cell an item
 * - series: a run of periods; down a column if the input was a column, else across
 * - row: one row of named columns an item
 * - list: one cell per entry of the list that came in, in the same orientation
 * - table: rows of named columns
 * - parallel: named runs of periods in step, one list each, the chief one first; columns if the input was a column, else rows. Over a
 *   block, one row an item, only the chief one has room
 */
export interface Returns {
  readonly shape: "value" | "series" | "row" | "list" | "table" | "parallel";
  readonly label: string;
  readonly unit: string;
  readonly columns?: readonly string[];
}

export const value = (label: string, unit: string): Returns => ({ shape: "value", label, unit });
export const valueSeries = (label: string, unit: string): Returns => ({ shape: "series", label, unit });
export const valueList = (label: string, unit: string): Returns => ({ shape: "list", label, unit });
export const row = (label: string, unit: string, columns: readonly string[]): Returns => ({
  shape: "row",
  label,
  unit,
  columns,
});
export const table = (label: string, unit: string, columns: readonly string[]): Returns => ({
  shape: "table",
  label,
  unit,
  columns,
});
export const parallelSeries = (label: string, unit: string, columns: readonly string[]): Returns => ({
  shape: "parallel",
  label,
  unit,
  columns,
});

/** What a cell may be given in an example: a value or rows of values; null is a blank or an omitted argument. */
export type ExampleValue =
  number | string | boolean | null | readonly (readonly (number | string | boolean | null)[])[];

export interface Example {
  readonly args: readonly ExampleValue[];
  /** The answer: a value, rows, or the error the cell shows. */
  readonly returns: ExampleValue | { readonly error: ErrorCode; readonly message?: string };
  /** Largest absolute difference; 1e-9 relative where it is left out. */
  readonly within?: number;
  /** Where the expected number comes from. */
  readonly from: string;
}

/** One line of "Explain this cell". */
export interface Step {
  readonly label: string;
  /** The formula with the numbers in it. */
  readonly formula: string;
  readonly result: number | string;
}

export type Arguments = Readonly<Record<string, Argument<unknown>>>;
type ParsedArguments<A extends Arguments> = { readonly [K in keyof A]: Parsed<A[K]> };

interface Declaration<A extends Arguments> {
  /** As typed in a cell, e.g. SAFETYSTOCK.FILLRATE. */
  readonly name: string;
  readonly family: Family;
  /** One sentence, at most 128 characters: Excel shows it. */
  readonly summary: string;
  /** What a user should know beyond the summary: conventions taken, what the method is not for. */
  readonly notes?: readonly string[];
  readonly args: A;
  /** Scalars may be columns or rows: one answer per item. */
  readonly vector?: boolean;
  readonly returns: Returns;
  readonly source: readonly Citation[] | Citation;
  readonly examples: readonly Example[];
  readonly run: (args: ParsedArguments<A>) => Result;
  readonly explain?: (args: ParsedArguments<A>) => readonly Step[];
  /** Long work: runs in the worker pool so that the sheet never freezes. */
  readonly heavy?: boolean;
  /** It may solve linear or integer models: the worker that runs it has the solver ready. */
  readonly solver?: true;
}

export interface FunctionDefinition extends Omit<
  Declaration<Arguments>,
  "run" | "explain" | "args" | "source"
> {
  readonly args: Arguments;
  readonly source: readonly Citation[];
  readonly vector: boolean;
  readonly heavy: boolean;
  // The parsed arguments were checked against `args` by the compiler where the function was declared.
  readonly run: (args: Record<string, unknown>) => Result;
  readonly explain?: (args: Record<string, unknown>) => readonly Step[];
}

/** The single source of a cell function: metadata, help, parsing, tests and reference derive from it. */
export function defineFunction<const A extends Arguments>(declaration: Declaration<A>): FunctionDefinition {
  const { source } = declaration;
  return {
    vector: false,
    heavy: false,
    ...declaration,
    source: Array.isArray(source) ? source : [source as Citation],
  } as unknown as FunctionDefinition;
}
