import { parseItem } from "./call-item";
import { flatten, toCells, type RawArgument } from "./cells";
import type { FunctionDefinition, Step } from "./define";
import { cellsInForce } from "./latest-date";
import { argumentInForce } from "./whole-argument";

/**
 * The steps behind one item's answer, or undefined where the function has no steps to show.
 * `args` are those of one item: one value for each scalar, one row or column for each series.
 * @throws PlanningError or CellError where the call itself is an error
 */
export function explainCall(
  definition: FunctionDefinition,
  args: readonly RawArgument[],
): readonly Step[] | undefined {
  if (definition.explain === undefined) return undefined;
  const entries = Object.entries(definition.args);
  const rangeOf = (wanted: string) => toCells(args[entries.findIndex(([name]) => name === wanted)]);
  const ranges = entries.map(([name, declared], i) => {
    const argument = argumentInForce(declared, rangeOf);
    const cells = cellsInForce(declared, toCells(args[i]), rangeOf);
    return { name, argument, item: argument.shape === "table" ? cells : flatten(cells) };
  });
  return definition.explain(parseItem(ranges));
}
