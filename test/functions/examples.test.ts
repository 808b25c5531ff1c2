import { catalogue } from "../../src/functions/catalogue";
import { CellError } from "../../src/functions/cell-error";
import type { Cell } from "../../src/functions/cells";
import type { Example, ExampleValue, FunctionDefinition } from "../../src/functions/define";
import { evaluate } from "../../src/functions/evaluate";
import { explainCall } from "../../src/functions/explain";

const cases = catalogue.flatMap((definition) =>
  definition.examples.map(
    (example, i) => [`${definition.name} example ${i + 1}`, definition, example] as const,
  ),
);

function expectedRows(returns: ExampleValue): readonly (readonly Cell[])[] {
  return (Array.isArray(returns) ? returns : [[returns]]) as readonly (readonly Cell[])[];
}

function expectClose(actual: Cell, expected: Cell, within: number | undefined): void {
  if (typeof expected !== "number") {
    expect(actual).toEqual(expected ?? "");
    return;
  }
  expect(typeof actual).toBe("number");
  const tolerance = within ?? Math.max(1e-12, 1e-9 * Math.abs(expected));
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(tolerance);
}

function expectExample(definition: FunctionDefinition, { args, returns, within }: Example): void {
  const outcome = evaluate(definition, args);
  if (typeof returns === "object" && returns !== null && "error" in returns) {
    const [[cell]] = outcome;
    expect(cell).toBeInstanceOf(CellError);
    expect((cell as CellError).code).toBe(returns.error);
    if (returns.message !== undefined) expect((cell as CellError).message).toBe(returns.message);
    return;
  }
  const rows = expectedRows(returns as ExampleValue);
  expect(outcome.map((row) => row.length)).toEqual(rows.map((row) => row.length));
  rows.forEach((row, r) => row.forEach((cell, c) => expectClose(outcome[r][c], cell, within)));
}

test.each(cases)("%s", (_, definition, example) => expectExample(definition, example));

test.each(
  catalogue
    .filter(({ explain }) => explain !== undefined)
    .map((definition) => [definition.name, definition] as const),
)("%s explains its first example", (_, definition) => {
  const { args, returns } = definition.examples[0];
  const steps = explainCall(definition, args) ?? [];
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) {
    expect(step.label).not.toBe("");
    if (typeof step.result === "number") expect(Number.isFinite(step.result)).toBe(true);
  }
  // The last step of a single number is the answer itself.
  if (typeof returns === "number" && definition.returns.shape === "value") {
    expectClose(steps[steps.length - 1].result, returns, definition.examples[0].within);
  }
});
