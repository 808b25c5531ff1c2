import { invalidInput } from "../../src/engine/errors";
import { cite } from "../../src/engine/sources";
import { flag, number, optional, series } from "../../src/functions/arguments";
import { CellError } from "../../src/functions/cell-error";
import { defineFunction, parallelSeries, row, value, valueSeries } from "../../src/functions/define";
import { evaluate } from "../../src/functions/evaluate";

const shared = {
  family: "demand",
  summary: "A function for this test.",
  source: cite("ascm-dictionary", ""),
  examples: [],
} as const;

const ratio = defineFunction({
  ...shared,
  name: "TEST.RATIO",
  args: { a: number("a", "units"), b: optional(number("b", "units", { above: 0 }), 2) },
  vector: true,
  returns: value("ratio", "-"),
  run: ({ a, b }) => {
    if (a === 13) throw invalidInput("a", "must not be 13", a);
    return a / b;
  },
});
const ahead = defineFunction({
  ...shared,
  name: "TEST.AHEAD",
  args: { demand: series("Demand"), header: optional(flag("Header"), false) },
  returns: valueSeries("Ahead", "units"),
  run: ({ demand }) => [demand.length, demand[demand.length - 1]],
});
const pair = defineFunction({
  ...shared,
  name: "TEST.PAIR",
  args: { demand: series("Demand"), header: optional(flag("Header"), false) },
  returns: row("Pair", "units", ["n", "first"]),
  run: ({ demand }) => [demand.length, demand[0]],
});
const beside = defineFunction({
  ...shared,
  name: "TEST.BESIDE",
  args: { demand: series("Demand") },
  returns: parallelSeries("Beside", "units", ["itself", "next"]),
  run: ({ demand }) => [demand, demand.map((x) => x + 1)],
});

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe("scalars", () => {
  test("a bare value, a one-cell range and a data-type object are the same", () => {
    for (const six of [6, [[6]], { type: "Double", basicValue: 6 }])
      expect(evaluate(ratio, [six, 3])).toEqual([[2]]);
  });
  test.each([[undefined], [null], [""], [[[null]]], [[[""]]]])(
    "omitted as %j means the default",
    (omitted) => {
      expect(evaluate(ratio, [6, omitted])).toEqual([[3]]);
    },
  );
  test("errors name the argument, the rule and the value", () => {
    expect(evaluate(ratio, [6, -2])).toEqual([[new CellError("#VALUE!", "b must be above 0, got -2")]]);
    expect(evaluate(ratio, ["six"])).toEqual([
      [new CellError("#VALUE!", 'a must be a number, got the text "six"')],
    ]);
    expect(evaluate(ratio, [])).toEqual([[new CellError("#VALUE!", "a must be given (a)")]]);
    expect(evaluate(ratio, [null])).toEqual([[new CellError("#VALUE!", "a must be a number, got a blank")]]);
    expect(evaluate(ratio, [1, 2, 3])).toEqual([
      [new CellError("#VALUE!", "TEST.RATIO takes at most 2 arguments, got 3")],
    ]);
  });
});

describe("vectors", () => {
  test("columns spill down, rows across, scalars broadcast", () => {
    expect(evaluate(ratio, [column(2, 4), 2])).toEqual([[1], [2]]);
    expect(evaluate(ratio, [[[2, 4]], 2])).toEqual([[1, 2]]);
    expect(evaluate(ratio, [8, column(2, 4)])).toEqual([[4], [2]]);
  });
  test("a bad row returns its own error and the rest survive", () => {
    const [[a], [b], [c]] = evaluate(ratio, [column(2, 13, 4), 2]);
    expect([a, c]).toEqual([1, 2]);
    expect(b).toEqual(new CellError("#VALUE!", "a must not be 13, got 13"));
  });
  test("an error in an input cell stays in its row", () => {
    const na = new CellError("#N/A", "no history");
    expect(evaluate(ratio, [column(2, na), 2])).toEqual([[1], [na]]);
  });
  test("unequal lengths are one error", () => {
    expect(evaluate(ratio, [column(1, 2, 3), column(1, 2)])).toEqual([
      [new CellError("#VALUE!", "b must have as many entries as a (3), got 2")],
    ]);
  });
  test("a header is skipped, blank rows give an empty cell, trailing blanks end the list", () => {
    expect(evaluate(ratio, [column("Demand", 2, 4), 2])).toEqual([[1], [2]]);
    expect(evaluate(ratio, [column(2, null, 4, "", ""), 2])).toEqual([[1], [""], [2]]);
  });
  test("a block where one column belongs is an error", () => {
    expect(
      evaluate(ratio, [
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    ).toEqual([[new CellError("#VALUE!", "a must be a single column or row, got 2 rows x 2 columns")]]);
  });
});

describe("series", () => {
  test("the result runs as the input runs", () => {
    expect(evaluate(ahead, [column(5, 7)])).toEqual([[2], [7]]);
    expect(evaluate(ahead, [[[5, 7]]])).toEqual([[2, 7]]);
  });
  test("parallel runs are columns or rows as the input is; over a block only the chief one has room", () => {
    expect(evaluate(beside, [column(5, 7)])).toEqual([
      [5, 6],
      [7, 8],
    ]);
    expect(evaluate(beside, [[[5, 7]]])).toEqual([
      [5, 7],
      [6, 8],
    ]);
    const block = [
      [5, 7],
      [1, 2],
    ];
    expect(evaluate(beside, [block])).toEqual(block);
  });
  test("a block is one series per row, with labels and a header row skipped", () => {
    const block = [
      ["item", "m1", "m2"],
      ["A-1", 5, 7],
      ["A-2", null, 9],
      ["A-3", "x", 1],
    ];
    const result = evaluate(ahead, [block]);
    expect(result.slice(0, 2)).toEqual([
      [2, 7],
      [1, 9],
    ]);
    expect(result[2][0]).toEqual(
      new CellError("#VALUE!", 'demand at position 2 must be a number, got the text "x"'),
    );
    expect(result[2][1]).toEqual(result[2][0]);
  });
  test("leading and trailing blanks are dropped, an inner one is missing, not zero", () => {
    expect(evaluate(pair, [column(null, 5, "", 7, null)])).toEqual([[3, 5]]);
  });
  test("only blanks is too little data", () => {
    expect(evaluate(pair, [column(null, "")])).toEqual([
      [new CellError("#N/A", "demand must hold numbers, got only blanks")],
    ]);
  });
  test("header=TRUE puts the names on top", () => {
    expect(evaluate(pair, [column(5, 7), true])).toEqual([
      ["n", "first"],
      [2, 5],
    ]);
    expect(evaluate(ahead, [[[5, 7]], true])).toEqual([
      ["t+1", "t+2"],
      [2, 7],
    ]);
    expect(evaluate(ahead, [column(5, 7), true])).toEqual([["Ahead"], [2], [7]]);
  });
});
