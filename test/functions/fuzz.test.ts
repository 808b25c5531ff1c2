import fc from "fast-check";
import { catalogue } from "../../src/functions/catalogue";
import { CellError, hasInternalError } from "../../src/functions/cell-error";
import { evaluate, type Outcome } from "../../src/functions/evaluate";
import type { FunctionDefinition } from "../../src/functions/define";

/** What planners and hosts put into cells, wanted or not. */
const wildCell = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.integer({ min: -3, max: 120 }),
  fc.constantFrom<unknown>(null, "", 0, 1, 0.95, 95, -0, 1e308, -1e308, 5e-324, Infinity, NaN, true, false),
  fc.constantFrom<unknown>("A", " a ", "=1", "0.5", "12.03.2024", "2024-03-12", "Ünïcode \u0000", "#N/A"),
  fc.constant(new CellError("#DIV/0!")),
  fc.constant({ type: "Error", basicType: "Error", basicValue: "#REF!" }),
  fc.constant({ type: "Double", basicValue: 4.5 }),
  fc.constantFrom<unknown>({}, { code: 5 }, undefined, () => 1, Symbol.iterator, 12n),
);
const plainSeries = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 });
const wildArgument = fc.oneof(
  wildCell,
  fc.array(wildCell, { maxLength: 8 }).map((cells) => cells.map((cell) => [cell])),
  fc.array(wildCell, { maxLength: 8 }).map((cells) => [cells]),
  plainSeries.map((cells) => [cells]),
  // Ragged and empty ranges.
  fc.array(fc.array(wildCell, { maxLength: 4 }), { maxLength: 5 }),
);

/** A rectangle of cells without NaN or Infinity, and no fault of ours. */
function expectSound(outcome: Outcome): void {
  expect(outcome.length).toBeGreaterThan(0);
  expect(outcome[0].length).toBeGreaterThan(0);
  expect(outcome.filter((row) => row.length !== outcome[0].length)).toEqual([]);
  const infinite = (cell: unknown) => typeof cell === "number" && !Number.isFinite(cell);
  expect(outcome.flat().filter(infinite)).toEqual([]);
  expect(hasInternalError(outcome)).toBe(false);
}

/** The arguments of an example, each now and then replaced by something else. */
function nearlyRight(definition: FunctionDefinition): fc.Arbitrary<readonly unknown[]> {
  return fc
    .constantFrom(...definition.examples.map(({ args }) => args as readonly unknown[]))
    .chain((args) =>
      fc.tuple(...args.map((arg) => fc.oneof({ weight: 3, arbitrary: fc.constant(arg) }, wildArgument))),
    );
}

describe.each(catalogue.map((definition) => [definition.name, definition] as const))(
  "%s",
  (_name, definition) => {
    let logged: jest.SpyInstance;
    beforeEach(() => (logged = jest.spyOn(console, "error").mockImplementation(() => undefined)));
    afterEach(() => logged.mockRestore());

    test("answers anything with cells", () => {
      const wild = fc.array(wildArgument, { maxLength: Object.keys(definition.args).length + 1 });
      fc.assert(
        fc.property(fc.oneof(wild, nearlyRight(definition)), (args) => {
          expectSound(evaluate(definition, args));
        }),
        { numRuns: 60, seed: 1, interruptAfterTimeLimit: 2_000 },
      );
      expect(logged).not.toHaveBeenCalled();
    });
  },
);
