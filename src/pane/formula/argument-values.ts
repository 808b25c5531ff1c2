import { findFunction } from "../../functions/catalogue";
import { toCells, type Cells } from "../../functions/cells";
import { evaluate } from "../../functions/evaluate";
import { plainName } from "./function-name";
import type { Expression } from "./parse-formula";

export interface ReferencedCells {
  readonly cells: Cells;
  /** Where they stand, with the sheet. */
  readonly address: string;
}

/** The cells behind a reference as written in a formula. Rejects where there are none. */
export type ReadReference = (reference: string) => Promise<ReferencedCells>;

export type ArgumentValue =
  | { readonly kind: "omitted" }
  | { readonly kind: "cells"; readonly cells: Cells; readonly address?: string }
  /** Arithmetic, functions of Excel and names of LET: only the sheet knows. */
  | { readonly kind: "calculated" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** What an argument of a formula stands for, as far as it can be known outside the sheet. */
export async function argumentValue(
  expression: Expression,
  read: ReadReference,
  namespace: string,
): Promise<ArgumentValue> {
  switch (expression.kind) {
    case "omitted":
      return { kind: "omitted" };
    case "literal":
      return { kind: "cells", cells: toCells(expression.value) };
    case "array":
      return { kind: "cells", cells: toCells(expression.rows) };
    case "reference":
      try {
        return { kind: "cells", ...(await read(expression.text)) };
      } catch (thrown) {
        return { kind: "unreadable", reason: thrown instanceof Error ? thrown.message : String(thrown) };
      }
    case "call": {
      const definition = findFunction(plainName(expression.name, namespace));
      if (definition === undefined) return { kind: "calculated" };
      const args = await Promise.all(expression.args.map((arg) => argumentValue(arg, read, namespace)));
      if (args.some(({ kind }) => kind === "calculated" || kind === "unreadable"))
        return { kind: "calculated" };
      return { kind: "cells", cells: evaluate(definition, args.map(rawArgument)) };
    }
    case "calculation":
      return { kind: "calculated" };
  }
}

/** A value as the functions take it; an omitted one is null. */
export function rawArgument(value: ArgumentValue): Cells | null {
  return value.kind === "cells" ? value.cells : null;
}
