import { findFunction } from "../../src/functions/catalogue";
import { CellError } from "../../src/functions/cell-error";
import { evaluate, type Outcome } from "../../src/functions/evaluate";

/** Calls a function by its name, as a cell does. */
export function call(name: string, ...args: readonly unknown[]): Outcome {
  const definition = findFunction(name);
  if (definition === undefined) throw new Error(`no function ${name}`);
  return evaluate(definition, args);
}

/** What the cell says where it shows an error. */
export function complaint(outcome: Outcome): string {
  const [[cell]] = outcome;
  expect(cell).toBeInstanceOf(CellError);
  return (cell as CellError).message;
}

export const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
