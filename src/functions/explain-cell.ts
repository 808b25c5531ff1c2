import { toCellError, type CellError } from "./cell-error";
import type { Cells, RawArgument } from "./cells";
import type { FunctionDefinition, Step } from "./define";
import { itemAt, liftedRanges, readRanges, startsWithHeader, type Range } from "./call-plan";
import { explainCall } from "./explain";

export interface ExplainedArgument {
  readonly name: string;
  /** The argument as this item saw it: its own cell or row where the call serves many items. */
  readonly cells: Cells;
  readonly ofMany: boolean;
}

export interface Explanation {
  readonly arguments: readonly ExplainedArgument[];
  readonly steps: readonly Step[];
  /** Position of the item in its column or row, from 0; absent when the call serves one item. */
  readonly item?: number;
  /** Why there are no steps: the error the cell shows. */
  readonly error?: CellError;
}

/**
 * The item behind one cell of an answer, `row` and `column` counted from the cell that holds the formula.
 * Undefined for a heading above the answer. Never throws.
 */
export function explainCell(
  definition: FunctionDefinition,
  rawArguments: readonly RawArgument[],
  position: { readonly row: number; readonly column: number },
): Explanation | undefined {
  try {
    const ranges = readRanges(definition, rawArguments);
    const lifted = liftedRanges(definition, ranges);
    const row = position.row - (hasHeading(ranges) ? 1 : 0);
    if (row < 0) return undefined;
    if (lifted.length === 0) return explainItem(definition, ranges, new Set());
    const across = lifted.every(({ cells }) => cells.length === 1) && definition.returns.shape === "value";
    const item = (across ? position.column : row) + (lifted.some(startsWithHeader) ? 1 : 0);
    return { ...explainItem(definition, ranges, new Set(lifted), item), item };
  } catch (thrown) {
    return { arguments: [], steps: [], error: toCellError(thrown) };
  }
}

function explainItem(
  definition: FunctionDefinition,
  ranges: readonly Range[],
  lifted: ReadonlySet<Range>,
  index = 0,
): Explanation {
  const shares = ranges.map((range) => ({
    name: range.name,
    cells: lifted.has(range) ? [itemAt(range, index)] : range.cells,
    ofMany: lifted.has(range),
  }));
  try {
    const args = shares.map(({ cells }) => cells);
    return { arguments: shares, steps: explainCall(definition, args) ?? [] };
  } catch (thrown) {
    return { arguments: shares, steps: [], error: toCellError(thrown) };
  }
}

function hasHeading(ranges: readonly Range[]): boolean {
  const asked = ranges.find(({ name }) => name === "header");
  if (asked === undefined || asked.argument.shape !== "scalar") return false;
  return asked.argument.parse(asked.cells[0][0], "header") === true;
}
