import type { ScalarArgument } from "./arguments";

/**
 * An argument that must have its place, as others that are required follow it, but may be left blank: the standard deviation of a
 * distribution that has none of its own.
 */
export function mayBeBlank<T>(argument: ScalarArgument<T>, meaning: string): ScalarArgument<T | undefined> {
  return {
    ...argument,
    rule: `${argument.rule}; blank: ${meaning}`,
    parse: (cell, name) => (cell === null ? undefined : argument.parse(cell, name)),
  };
}
