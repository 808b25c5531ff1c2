import fc from "fast-check";
import { cite } from "../../src/engine/sources";
import { number, optional } from "../../src/functions/arguments";
import { defineFunction, value } from "../../src/functions/define";
import { callKey, FunctionCache } from "../../src/functions/memoise";

const counted = () => {
  const calls: number[] = [];
  const definition = defineFunction({
    name: "TEST.DOUBLE",
    family: "demand",
    summary: "Doubles.",
    args: { a: number("a", "units"), b: optional(number("b", "units"), 0) },
    vector: true,
    returns: value("double", "units"),
    source: cite("ascm-dictionary", ""),
    examples: [],
    run: ({ a, b }) => {
      calls.push(a);
      return 2 * a + b;
    },
  });
  return { calls, definition };
};

test("equal calls are computed once, by value, not by identity", () => {
  const { calls, definition } = counted();
  const cache = new FunctionCache();
  expect(cache.call(definition, [[[1], [2]]])).toEqual([[2], [4]]);
  expect(cache.call(definition, [[[1], [2]]])).toEqual([[2], [4]]);
  expect(calls).toEqual([1, 2]);
});

test("the least recently asked answer is forgotten first", () => {
  const { calls, definition } = counted();
  const cache = new FunctionCache(undefined, 2);
  for (const a of [1, 2, 1, 3, 1, 2]) cache.call(definition, [a]);
  expect(calls).toEqual([1, 2, 3, 2]);
});

test("large answers are bounded by cells, not by count", () => {
  const { calls, definition } = counted();
  const cache = new FunctionCache(undefined, 100, 3);
  cache.call(definition, [[[1], [2], [3]]]);
  cache.call(definition, [4]);
  cache.call(definition, [[[1], [2], [3]]]);
  expect(calls).toEqual([1, 2, 3, 4, 1, 2, 3]);
});

describe("keys", () => {
  test.each([
    [[1, null], [1]],
    [[1], ["1"]],
    [[0], [false]],
    [[null], [""]],
    [[[[1, 2]]], [[[1], [2]]]],
    [
      ["ab", "c"],
      ["a", "bc"],
    ],
    [[[["a"], ["b"]]], [[["a", "b"]]]],
    [[{ type: "Error", basicValue: "#N/A" }], [{ type: "Error", basicValue: "#REF!" }]],
  ])("%j and %j differ", (one, other) => {
    expect(callKey("F", one)).not.toBe(callKey("F", other));
  });

  test("different names differ", () => {
    expect(callKey("F", [1])).not.toBe(callKey("G", [1]));
  });

  test("equal values give equal keys, a changed cell gives another", () => {
    const cell = fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constant(null));
    const range = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(range, fc.nat(), fc.nat(), (rows, r, c) => {
        const copy = rows.map((row) => [...row]);
        expect(callKey("F", [copy])).toBe(callKey("F", [rows]));
        const row = copy[r % copy.length];
        const at = c % row.length;
        row[at] = row[at] === 17.25 ? 3.5 : 17.25;
        expect(callKey("F", [copy])).not.toBe(callKey("F", [rows]));
      }),
    );
  });
});
