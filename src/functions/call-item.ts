import { PlanningError } from "../engine/errors";
import type { Argument } from "./arguments";
import { CellError } from "./cell-error";
import type { Cell, Cells } from "./cells";
import type { FunctionDefinition, Result } from "./define";

export interface ItemRange {
  readonly name: string;
  readonly argument: Argument<unknown>;
  readonly item: readonly Cell[] | Cells;
}

/** Parses the arguments of one item and runs the function on it. Throws PlanningError or CellError. */
export function callItem(definition: FunctionDefinition, ranges: readonly ItemRange[]): Result {
  return checked(definition, definition.run(parseItem(ranges)));
}

export function parseItem(ranges: readonly ItemRange[]): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  for (const { name, argument, item } of ranges) {
    if (argument.shape === "scalar") parsed[name] = argument.parse((item as readonly Cell[])[0], name);
    else if (argument.shape === "table") parsed[name] = argument.parse(item as Cells, name);
    else parsed[name] = argument.parse(item as readonly Cell[], name);
  }
  return parsed;
}

/** NaN and Infinity never reach a cell: where the arithmetic overflowed, say so instead. */
function checked(definition: FunctionDefinition, result: Result): Result {
  if (Array.isArray(result)) return result.map((part) => checked(definition, part) as Cell);
  if (typeof result === "number") {
    if (!Number.isFinite(result)) {
      const message = `${definition.name} has no finite answer for these numbers`;
      throw new PlanningError("no-solution", "result", message);
    }
    return result === 0 ? 0 : result;
  }
  return result instanceof CellError || result !== undefined ? result : "";
}
