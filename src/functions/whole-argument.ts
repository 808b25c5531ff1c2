import type { Argument, ListArgument, ScalarArgument, TableArgument, WholeArgument } from "./arguments";
import type { Cells } from "./cells";

/**
 * A single value (or one per item) that becomes a range taken whole when a text option says so: the mean of a demand, or the list of
 * its scenarios when dist is EMPIRICAL.
 */
export function orWhole<T, W>(
  scalar: ScalarArgument<T>,
  when: WholeArgument["when"],
  as: ListArgument<W> | TableArgument<W>,
): ScalarArgument<T | W> {
  return {
    ...scalar,
    rule: `${scalar.rule}; with ${when.argument} ${when.is} ${as.rule}`,
    whole: { when, as },
  };
}

/** The argument as the other arguments of the call make it. */
export function argumentInForce(
  argument: Argument<unknown>,
  cellsOf: (name: string) => Cells | undefined,
): Argument<unknown> {
  if (argument.shape !== "scalar" || argument.whole === undefined) return argument;
  const { when, as } = argument.whole;
  const option = cellsOf(when.argument)?.[0][0];
  return typeof option === "string" && option.trim().toUpperCase() === when.is ? as : argument;
}
