import { CellError } from "../../src/functions/cell-error";
import { cellList, flag, number, numbers, optional, series } from "../../src/functions/arguments";
import { cite } from "../../src/engine/sources";
import { defineFunction, table, value, valueSeries } from "../../src/functions/define";
import type { FunctionCall } from "../../src/calculator/call-transport";
import { evaluate } from "../../src/functions/evaluate";
import { book, calculate } from "./book";

const shared = {
  family: "demand",
  summary: "A function for this test.",
  source: cite("ascm-dictionary", ""),
  examples: [],
} as const;
const total = defineFunction({
  ...shared,
  name: "TEST.TOTAL",
  args: { list: numbers("list", "units"), factor: optional(number("factor", "-"), 10) },
  returns: value("Total", "units"),
  run: ({ list, factor }) => list.reduce((sum, each) => sum + each, 0) * factor,
});
const kinds = defineFunction({
  ...shared,
  name: "TEST.KINDS",
  args: { cells: cellList("cells", "-", "anything") },
  returns: value("Kinds", "text"),
  run: ({ cells }) =>
    cells
      .map((cell) => (cell instanceof CellError ? cell.code : cell === null ? "blank" : typeof cell))
      .join(" "),
});
const next = defineFunction({
  ...shared,
  name: "TEST.NEXT",
  args: { demand: series("Demand"), header: optional(flag("Header"), false) },
  returns: valueSeries("Next", "units"),
  run: ({ demand }) => demand.map((each) => each + 1),
});
const mixed = defineFunction({
  ...shared,
  name: "TEST.MIXED",
  args: { size: number("size", "-") },
  returns: table("Mixed", "-", ["a", "b"]),
  run: ({ size }) =>
    Array.from({ length: size }, (_, i) => [i, i % 2 ? new CellError("#N/A", `row ${i}`) : ""]),
});
const definitions = [total, kinds, next, mixed];

async function sent(formula: string, blanks: "zero" | "null" = "zero") {
  const calls: FunctionCall[] = [];
  await calculate(book({ Plan: { A1: 1, A3: "x", A4: "00123", A5: true, D1: formula } }), {
    definitions,
    blanks,
    transport: {
      send: (batch, answer) => {
        calls.push(...batch);
        answer(batch.map(({ key, definition, args }) => ({ key, outcome: evaluate(definition, args) })));
      },
    },
  });
  return calls.map(({ args }) => args);
}

describe("what reaches a function", () => {
  test("a blank cell is 0 as on the desktop, or null as in older Excel on the web", async () => {
    expect(await sent("=TEST.TOTAL(A1:A2)")).toEqual([[[[1], [0]]]]);
    expect(await sent("=TEST.TOTAL(A1:A2)", "null")).toEqual([[[[1], [null]]]]);
    expect(await sent("=TEST.TOTAL(A1,A2)")).toEqual([[[[1]], [[0]]]]);
    expect(await sent("=TEST.TOTAL(A1,A2)", "null")).toEqual([[[[1]], [[null]]]]);
  });
  test("an argument not typed is not there, whatever blanks are", async () => {
    expect(await sent("=TEST.TOTAL(A1,)")).toEqual([[[[1]]]]);
    expect(await sent("=TEST.TOTAL(,2)")).toEqual([[null, [[2]]]]);
    expect(await sent("=TEST.TOTAL()")).toEqual([[]]);
  });
  test("texts stay texts, also those that look like numbers", async () => {
    expect(await sent("=TEST.KINDS(A3:A5)")).toEqual([[[["x"], ["00123"], [true]]]]);
    expect(await sent('=TEST.KINDS("007")')).toEqual([[[["007"]]]]);
  });
  test("an array is rows, a calculated value is one cell", async () => {
    expect(await sent('=TEST.KINDS({1,"a";TRUE,2.5})')).toEqual([
      [
        [
          [1, "a"],
          [true, 2.5],
        ],
      ],
    ]);
    expect(await sent("=TEST.KINDS(A1+1)")).toEqual([[[[2]]]]);
    expect(await sent('=TEST.KINDS(A1:A3&"")')).toEqual([[[["1"], [""], ["x"]]]]);
  });
  test("an error arrives as an error", async () => {
    expect(await sent("=TEST.KINDS(1/0)")).toEqual([[[[new CellError("#DIV/0!")]]]]);
  });
});

describe("what a function gives back", () => {
  const plan = (formula: string) =>
    calculate(book({ Plan: { A1: "Demand", A2: 5, A3: 7, D1: formula } }), { definitions });

  test("a header cell is skipped, the answer runs as the input runs", async () => {
    expect((await plan("=TEST.NEXT(A1:A3)")).at("D1")).toEqual([[6], [8]]);
    expect((await plan("=TEST.NEXT({5,7})")).at("D1")).toEqual([[6, 8]]);
  });
  test("errors and empty cells inside a spill stand in their places, with their words", async () => {
    const { at, errorAt } = await plan("=TEST.MIXED(2)");
    expect(at("D1")).toEqual([
      [0, ""],
      [1, { error: "#N/A" }],
    ]);
    expect(errorAt("D1")).toBeUndefined();
  });
  test("the words of an error are kept beside it", async () => {
    const { at, errorAt } = await plan('=TEST.TOTAL("x","y")');
    expect(at("D1")).toEqual({ error: "#VALUE!" });
    expect(errorAt("D1")?.message).toBe('factor must be a number, got the text "y"');
  });
  test("an error can be caught", async () => {
    expect((await plan('=IFERROR(TEST.TOTAL(1,"y"),-1)')).at("D1")).toBe(-1);
  });
});
