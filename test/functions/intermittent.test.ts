import fc from "fast-check";
import { findFunction } from "../../src/functions/catalogue";
import { CellError } from "../../src/functions/cell-error";
import { evaluate } from "../../src/functions/evaluate";

function call(name: string, ...args: readonly unknown[]) {
  const definition = findFunction(name);
  if (definition === undefined) throw new Error(`no function ${name}`);
  return evaluate(definition, args);
}
const message = (cell: unknown) => (cell as CellError).message;

test("FORECAST.CROSTON: AUTO in any case; a word that is none; one row per item, a bad one keeps to itself", () => {
  const history = [1, 0, 0, 0, 2, 0, 0, 3, 0, 1];
  const [[fitted]] = call("FORECAST.CROSTON", [history], 1, " auto ", "tsb");
  expect(fitted).toEqual(expect.any(Number));
  expect(message(call("FORECAST.CROSTON", [history], 1, "best")[0][0])).toBe(
    'alpha must be a number, got the text "best"',
  );
  expect(message(call("FORECAST.CROSTON", [history], 1, 1.5)[0][0])).toContain(
    "alpha must be above 0, at most 1",
  );
  const block = call("FORECAST.CROSTON", [history, history.map((value) => -value), history], 2);
  expect(block.map((row) => row.length)).toEqual([2, 2, 2]);
  expect(block[0]).toEqual(block[2]);
  expect(block[1][0]).toBeInstanceOf(CellError);
  expect(call("FORECAST.CROSTON", [["Demand"], ...history.map((value) => [value])], 2)).toHaveLength(2);
});

test("FORECAST.QUANTILE: one item against many service levels, and many items each with its lead time", () => {
  const history = [0, 2, 0, 0, 5, 0, 1, 0, 0, 3, 0, 0];
  const levels = call("FORECAST.QUANTILE", [history], 3, [[0.5], [0.9], [0.99], [95]]);
  expect(levels).toHaveLength(4);
  expect(levels[0][0]).toBeLessThan(levels[2][0] as number);
  expect(message(levels[3][0])).toBe("prob must be between 0 and 1 (write 0.95 or 95%), got 95");
  const items = call("FORECAST.QUANTILE", [history, history], [[1], [6]], 0.9);
  expect(items[0][0]).toBeLessThan(items[1][0] as number);
  // Review adds to the lead time
  expect(call("FORECAST.QUANTILE", [history], 2, 0.9, 4)[0][0]).toBe(items[1][0]);
});

test("whatever stands in the cells: a finite number or an error that says why", () => {
  const cell = fc.oneof(
    fc.constantFrom(null, "", "text", true, 0, 1, 2, -1, 1e12, 1e300),
    fc.integer({ min: 0, max: 50 }),
    fc.double({ noNaN: true }),
  );
  const history = fc.array(cell, { minLength: 1, maxLength: 15 });
  const either = (rows: readonly (readonly unknown[])[]) => {
    for (const answer of rows.flat()) {
      if (answer instanceof CellError) {
        expect(answer.message).not.toBe("");
        expect(answer.message).not.toContain("internal error");
      } else expect(Number.isFinite(answer)).toBe(true);
    }
  };
  const method = fc.constantFrom("TSB", "WILLEMAIN", "NBINOM", "SUMS", "BOOTSTRAP", "SPORADIC", "ETS");
  fc.assert(
    fc.property(history, cell, cell, cell, method, (demand, first, second, third, id) => {
      either(call("FORECAST.CROSTON", [demand], first, second, third));
      either(call("FORECAST.QUANTILE", [demand], first, second, third, 100));
      either(call("FORECAST.QUANTILE", [demand], 2, 0.9, null, 100, null, id));
    }),
    { numRuns: 200 },
  );
});
