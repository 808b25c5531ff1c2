import { callItem } from "./call-item";
import { isBlankItem, itemAt, notOne, planCall, type CallPlan, type Range } from "./call-plan";
import { CellError, toCellError } from "./cell-error";
import { flatten, isColumn, isSingle, type Cell, type Cells, type RawArgument } from "./cells";
import type { FunctionDefinition, Result } from "./define";
import { withHeader } from "./header";

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

/** Calculates all of a plan. */
export function evaluatePlan(plan: CallPlan): Outcome {
  if (plan.lifted.length === 0) return single(plan.definition, plan.ranges);
  return joinItems(plan, itemResults(plan, plan.from, plan.to));
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

function wholeOf(range: Range): readonly Cell[] | Cells {
  return range.argument.shape === "table" ? range.cells : flatten(checkList(range).cells);
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
