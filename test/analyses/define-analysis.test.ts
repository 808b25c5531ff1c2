import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyses, findAnalysis } from "../../src/analyses";
import { classColumns, classifyItems } from "../../src/analyses/classify-items";
import { defineAnalysis, needs, tableRows, wants } from "../../src/analyses/define-analysis";
import { measureItems } from "../../src/analyses/item-measures";
import {
  choiceOption,
  completeOptions,
  flagOption,
  numberOption,
  numbersOption,
} from "../../src/analyses/options";
import { inputOf, runAnalysis } from "../../src/analyses/run-analysis";
import { invalidInput } from "../../src/engine/errors";
import { demandTable, itemsTable } from "../../src/workbook/tables";
import { monthDate, tableContent } from "./table-content";

const roots = defineAnalysis({
  id: "roots",
  summary: "Square roots of costs.",
  options: { factor: numberOption("Factor", "ratio", 1, { above: 0 }) },
  reads: { items: needs(itemsTable), demand: wants(demandTable) },
  writes: [itemsTable],
  prepare: ({ tables: { items, demand }, runId }) => ({
    state: { runId, hasDemand: demand !== undefined },
    work: items.rows.map(([item, cost]) => ({ item: String(item), cost: Number(cost) })),
  }),
  step: ({ item, cost }, { factor }) => {
    if (cost < 0) throw invalidInput("cost", "must be at least 0", cost);
    return { item, root: factor * Math.sqrt(cost) };
  },
  finish: ({ runId }, results) => ({
    results: [
      tableRows(
        itemsTable,
        results.flatMap((result) =>
          "value" in result ? [{ Item: result.value.item, Cost: result.value.root, Desc: runId }] : [],
        ),
      ),
    ],
    issues: results.flatMap((result, i) =>
      "problem" in result ? [{ table: "Items", row: i + 1, column: "Cost", message: result.problem }] : [],
    ),
    summary: `${results.length} roots`,
  }),
});

const items = tableContent(
  "items",
  ["Item", "Cost"],
  [
    ["A", 9],
    ["B", -1],
    ["C", 16],
  ],
);

test("a bad step becomes an issue, the others are computed", () => {
  const { results, issues } = runAnalysis(roots, [items], { factor: 2 }, "run-1");
  expect(issues).toEqual([
    { table: "Items", row: 2, column: "Cost", message: "cost must be at least 0, got -1" },
  ]);
  const [table] = results;
  if (table.kind !== "rows") throw new Error("rows were expected");
  const cost = table.columns.indexOf("Cost");
  expect(table.rows.map((row) => [row[0], row[1], row[cost]])).toEqual([
    ["A", "run-1", 6],
    ["C", "run-1", 8],
  ]);
});

test("a missing table is named where it is required, and left out where it is not", () => {
  expect(() => inputOf(roots, [], "run")).toThrow(/^the table Items is missing \(/);
  expect(inputOf(roots, [items], "run").tables).toEqual({ items, demand: undefined });
});

test("options: given ones are checked in their own words, the others have their defaults", () => {
  const options = {
    horizon: numberOption("Horizon", "periods", 12, { min: 1, max: 60, integer: true }),
    bucket: choiceOption("Bucket", ["M", "W"], "M"),
    cuts: numbersOption("Cuts", "fraction", [0.8, 0.95]),
    all: flagOption("All items", false),
  };
  expect(completeOptions(options, { horizon: 6, bucket: "w" })).toEqual({
    horizon: 6,
    bucket: "W",
    cuts: [0.8, 0.95],
    all: false,
  });
  expect(() => completeOptions(options, { horizn: 6 })).toThrow("horizn is not an option of this analysis");
  expect(() => completeOptions(options, { horizon: 0.5 })).toThrow(
    "horizon must be a whole number from 1 to 60, got 0.5",
  );
  expect(options.cuts.read("0.7, 0.9", "cuts")).toEqual([0.7, 0.9]);
  expect(() => options.cuts.read("0.7", "cuts")).toThrow(
    'cuts must be 2 numbers such as 0.8,0.95, got the text "0.7"',
  );
  expect(() => options.horizon.read("many", "horizon")).toThrow('got the text "many"');
  expect(options.all.read("yes", "all")).toBe(true);
  expect(() => options.bucket.read("D", "bucket")).toThrow("bucket must be one of M, W");
});

test("classify gives the classes the pane gives", () => {
  const costs = tableContent(
    "Items",
    ["Item", "Cost"],
    [
      ["A", 9],
      ["B", 1],
      ["C", ""],
    ],
  );
  const lines = Array.from({ length: 24 }, (_, month) =>
    ["A", "B"].map((item) => [item, monthDate(month), month + 1]),
  );
  const demand = tableContent("Demand", ["Item", "Date", "Qty"], lines.flat());
  const cuts = { abc: [0.7, 0.9], xyz: [0.4, 1] } as const;
  const outcome = runAnalysis(findAnalysis("classify")!, [costs, demand], cuts, "run");
  const expected = classifyItems(measureItems(costs, demand), cuts);
  expect(outcome.results).toEqual([{ kind: "columns", table: "Items", columns: classColumns(expected, 3) }]);
  expect(outcome.issues).toEqual(expected.issues);
  expect(outcome.issues.length).toBeGreaterThan(0);
  expect(() => runAnalysis(findAnalysis("classify")!, [costs], { abc: [0.9, 0.8] }, "run")).toThrow(
    "abc: A must end above 0 %",
  );
});

test("ids are unique, writable words, and every definition stands in the list", () => {
  const ids = analyses.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z][a-z-]*$/.test(id))).toEqual([]);
  const folder = join(__dirname, "../../src/analyses");
  const declared = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "define-analysis.ts")
    .flatMap((name) => [
      ...readFileSync(join(folder, name), "utf8").matchAll(/defineAnalysis\(\{\s*id: "([^"]+)"/g),
    ])
    .map(([, id]) => id);
  expect([...declared].sort()).toEqual([...ids].sort());
});
