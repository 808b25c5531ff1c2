import { PlanningError } from "../engine/errors";
import type { Argument } from "./arguments";
import { CellError, toCellError } from "./cell-error";
import {
  flatten,
  isBlank,
  isColumn,
  isSingle,
  toCells,
  type Cell,
  type Cells,
  type RawArgument,
} from "./cells";
import type { FunctionDefinition, Result } from "./define";
import { callItem } from "./call-item";
import { withHeader } from "./header";
import { argumentInForce } from "./whole-argument";

/** What a call gives the sheet: rows of cells, at least one; errors are cells like any other. */
export type Outcome = readonly (readonly Cell[])[];

/**
 * Calls a function as a cell does: any raw arguments in, a rectangle of cells out. Never throws.
 * One place holds the rules of orientation, blocks (one series per row) and vectors (one entry per item).
 */
export function evaluate(definition: FunctionDefinition, rawArguments: readonly RawArgument[]): Outcome {
  try {
    return evaluatePlan(planCall(definition, rawArguments));
  } catch (thrown) {
    return [[toCellError(thrown)]];
  }
}

/** A call whose arguments are read and whose items are told apart, before anything is calculated. */
export interface CallPlan {
  readonly definition: FunctionDefinition;
  readonly ranges: readonly Range[];
  /** The ranges that stand for many items; none where the call is for one. */
  readonly lifted: readonly Range[];
  /** Items to calculate: from the first below the headers to the last that is not blank. */
  readonly from: number;
  readonly to: number;
}

/** Throws PlanningError where the arguments do not go together. */
export function planCall(definition: FunctionDefinition, rawArguments: readonly RawArgument[]): CallPlan {
  const ranges = readRanges(definition, rawArguments);
  const lifted = liftedRanges(definition, ranges);
  if (lifted.length === 0) return { definition, ranges, lifted, from: 0, to: 1 };
  const length = commonLength(lifted);
  const from = lifted.some(startsWithHeader) ? 1 : 0;
  return { definition, ranges, lifted, from, to: Math.max(lastUsed(lifted, length), from) + 1 };
}

/** Calculates all of a plan. */
export function evaluatePlan(plan: CallPlan): Outcome {
  if (plan.lifted.length === 0) return single(plan.definition, plan.ranges);
  return joinItems(plan, itemResults(plan, plan.from, plan.to));
}

export interface Range {
  readonly name: string;
  readonly argument: Argument<unknown>;
  readonly cells: Cells;
}

export function readRanges(definition: FunctionDefinition, raw: readonly RawArgument[]): Range[] {
  const entries = Object.entries(definition.args);
  if (raw.length > entries.length) {
    const message = `${definition.name} takes at most ${entries.length} arguments, got ${raw.length}`;
    throw new PlanningError("invalid-input", "arguments", message);
  }
  const rangeOf = (wanted: string) => {
    const i = entries.findIndex(([name]) => name === wanted);
    return i < 0 ? undefined : toCells(raw[i]);
  };
  return entries.map(([name, argument], i) => {
    const cells = toCells(raw[i]);
    if (!argument.optional && i >= raw.length) {
      throw new PlanningError("invalid-input", name, `${name} must be given (${argument.label})`);
    }
    return { name, argument: argumentInForce(argument, rangeOf), cells };
  });
}

/** The ranges that stand for many items: blocks of series, and columns or rows of scalars in a vector function. */
export function liftedRanges(definition: FunctionDefinition, ranges: readonly Range[]): Range[] {
  return ranges.filter(({ name, argument, cells }) => {
    if (argument.shape === "series") return cells.length > 1 && cells[0].length > 1;
    if (argument.shape !== "scalar" || isSingle(cells)) return false;
    if (!definition.vector) throw notOne(name, cells, "must be a single value");
    if (cells.length > 1 && cells[0].length > 1) throw notOne(name, cells, "must be a single column or row");
    return true;
  });
}

function notOne(name: string, cells: Cells, rule: string): PlanningError {
  const message = `${name} ${rule}, got ${cells.length} rows x ${cells[0].length} columns`;
  return new PlanningError("invalid-input", name, message);
}

function single(definition: FunctionDefinition, ranges: readonly Range[]): Outcome {
  const cellsOf = (range: Range): readonly Cell[] | Cells =>
    range.argument.shape === "table" ? range.cells : flatten(checkList(range).cells);
  const result = callItem(
    definition,
    ranges.map((range) => ({ ...range, item: cellsOf(range) })),
  );
  const down = runsDown(ranges);
  return withHeader(definition, ranges, asRows(definition, result, down), down);
}

function checkList(range: Range): Range {
  const { cells, name, argument } = range;
  if (argument.shape === "list" && cells.length > 1 && cells[0].length > 1) {
    throw notOne(name, cells, "must be a single column or row");
  }
  return range;
}

/** Results follow the first series or list that came in; a lone value or nothing counts as a column. */
function runsDown(ranges: readonly Range[]): boolean {
  const first = ranges.find(
    ({ argument, cells }) => (argument.shape === "series" || argument.shape === "list") && !isSingle(cells),
  );
  return first === undefined || isColumn(first.cells);
}

function asRows(definition: FunctionDefinition, result: Result, down: boolean): Outcome {
  if (!Array.isArray(result)) return [[result as Cell]];
  const nothing: Outcome = [[new CellError("#N/A", "nothing to return")]];
  if (Array.isArray(result[0])) {
    const rows = result as Outcome;
    if (rows[0].length === 0) return nothing;
    return definition.returns.shape === "parallel" && down ? transposed(rows) : rows;
  }
  const list = result as readonly Cell[];
  if (list.length === 0) return nothing;
  if (definition.returns.shape === "row") return [list];
  return down ? list.map((cell) => [cell]) : [list];
}

function transposed(rows: Outcome): Outcome {
  return rows[0].map((_, i) => rows.map((row) => row[i]));
}

function commonLength(lifted: readonly Range[]): number {
  const lengths = lifted.map(itemCount);
  const length = Math.max(...lengths);
  lifted.forEach(({ name }, i) => {
    if (lengths[i] !== length) {
      const longest = lifted[lengths.indexOf(length)].name;
      const message = `${name} must have as many entries as ${longest} (${length}), got ${lengths[i]}`;
      throw new PlanningError("invalid-input", name, message);
    }
  });
  return length;
}

/** What each item from `from` up to, not including, `to` gives; a bad one its own error, a blank one null. */
export function itemResults(
  { definition, ranges, lifted }: Pick<CallPlan, "definition" | "ranges" | "lifted">,
  from: number,
  to: number,
): Result[] {
  const items = new Set(lifted);
  const results: Result[] = [];
  for (let i = from; i < to; i++) {
    if (lifted.every((range) => isBlankItem(range, i))) {
      results.push(null);
      continue;
    }
    try {
      const itemRanges = ranges.map((range) => ({
        ...range,
        item: items.has(range) ? itemAt(range, i) : wholeOf(range),
      }));
      results.push(callItem(definition, itemRanges));
    } catch (thrown) {
      results.push(toCellError(thrown));
    }
  }
  return results;
}

/** The rectangle that the sheet shows, of the results of all items of a plan. */
export function joinItems({ definition, ranges, lifted }: CallPlan, results: readonly Result[]): Outcome {
  const across = lifted.every(({ cells }) => cells.length === 1) && !results.some(Array.isArray);
  if (across) return withHeader(definition, ranges, [results.map(blankToText) as Cell[]], false);
  return withHeader(definition, ranges, rectangle(results), false);
}

function itemCount({ argument, cells }: Range): number {
  return argument.shape === "series" || isColumn(cells) ? cells.length : cells[0].length;
}

export function itemAt({ argument, cells }: Range, i: number): readonly Cell[] {
  if (argument.shape === "series") return cells[i];
  return [isColumn(cells) ? cells[i][0] : cells[0][i]];
}

function wholeOf(range: Range): readonly Cell[] | Cells {
  return range.argument.shape === "table" ? range.cells : flatten(checkList(range).cells);
}

function isBlankItem(range: Range, i: number): boolean {
  return itemAt(range, i).every((cell) => cell === null);
}

/** A text first cell of a numeric column is its header; so is a first row of texts above a block of series. */
export function startsWithHeader(range: Range): boolean {
  if (!range.argument.numeric) return false;
  const item = itemAt(range, 0);
  return range.argument.shape === "series"
    ? item.length > 1 && item.every((cell) => cell === null || typeof cell === "string") && !isBlank([item])
    : typeof item[0] === "string";
}

function lastUsed(lifted: readonly Range[], length: number): number {
  let last = length - 1;
  while (last > 0 && lifted.every((range) => isBlankItem(range, last))) last--;
  return last;
}

/** Rows of equal width: an item in error fills its row, a shorter one is completed with "". */
function rectangle(results: readonly Result[]): Outcome {
  const rows = results.map((result): readonly Cell[] | CellError | null => {
    if (Array.isArray(result)) return (Array.isArray(result[0]) ? result[0] : result) as readonly Cell[];
    return result instanceof CellError ? result : result === null ? null : [result as Cell];
  });
  const width = rows.reduce((widest, row) => Math.max(widest, Array.isArray(row) ? row.length : 1), 1);
  return rows.map((row) => {
    const cells: Cell[] = [];
    for (let i = 0; i < width; i++) {
      cells.push(row === null ? "" : row instanceof CellError ? row : blankToText(row[i] ?? null));
    }
    return cells;
  });
}

/** A returned empty cell is "", never null. */
function blankToText(result: Result | null): Cell {
  return result === null || result === undefined ? "" : (result as Cell);
}
