import { exportParams } from "../../../src/analyses/export-params";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies } from "../../../src/analyses/set-policies";
import type { TableResult } from "../../../src/analyses/define-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";

const tableOf = (result: TableResult | undefined): TableContent => {
  if (result?.kind !== "rows") throw new Error("rows were expected");
  return tableContent(result.table, result.columns, result.rows);
};
const run = (tables: readonly TableContent[], options: Record<string, unknown> = {}) => {
  const outcome = runAnalysis(exportParams, tables, { rows: "all", ...options }, "x-1");
  const table = tableOf(outcome.results[0]);
  const rows = table.rows.map((row) => Object.fromEntries(table.columns.map((name, c) => [name, row[c]])));
  return { outcome, rows, policies: outcome.results.at(1) };
};

const policies = tableContent(
  "Policies",
  [
    "Item",
    "Location",
    "ROP",
    "SS",
    "Lot",
    "Max",
    "NewROP",
    "NewSS",
    "NewLot",
    "NewMax",
    "FILL",
    "CSL",
    "Basis",
    "Mine",
  ],
  [
    ["same", "L", 100, 20, 50, 150, 99.2, 19.01, 50, 149.2, 0.95, 0.9, "history", "x"],
    ["moves", "L", 100, 20, 50, 150, 120.4, 40.4, 50, 170.4, 0.95, 0.9, "history", "y"],
    ["first", "L", "", "", "", "", 7, 2, 10, 17, 0.95, 0.9, "history", ""],
    ["none", "L", 5, 1, 1, 6, "", "", "", "", "", "", "", ""],
    ["up to", "L", "", 3, "", 12, 12, 3, 0, 12, 0.95, 0.9, "history", ""],
  ],
);

test("only what changes, rounded up to whole units, with old, new and reason", () => {
  const { rows, outcome } = run([policies]);
  expect(rows.map(({ Item, Field, Old, New }) => [Item, Field, Old, New])).toEqual([
    ["moves", "ROP", 100, 121],
    ["moves", "SS", 20, 41],
    ["moves", "Max", 150, 171],
    ["first", "ROP", "", 7],
    ["first", "SS", "", 2],
    ["first", "Lot", "", 10],
    ["first", "Max", "", 17],
    ["up to", "ROP", "", 12],
  ]);
  expect(rows[0].Reason).toBe("fill rate 95.0%, cycle service 90.0%; history");
  expect(rows[3].Reason).toContain("no safety stock in force before");
  expect(outcome.summary).toBe("8 parameters change, of 3 items out of 4 with a proposal");
  expect(outcome.results).toHaveLength(1);
});

test("usually only what was approved; what waits for a decision is counted", () => {
  const decided = tableContent(
    "Policies",
    [...policies.columns, "Status"],
    policies.rows.map((row, i) => [...row, ["", "proposed", "approved", "", "rejected"][i]]),
  );
  const { rows, outcome } = run([decided], { rows: "approved" });
  expect(rows.map(({ Item, Field }) => `${Item} ${Field}`)).toEqual([
    "first ROP",
    "first SS",
    "first Lot",
    "first Max",
  ]);
  expect(outcome.summary).toBe(
    "4 parameters change, of 1 items out of 4 with a proposal; 1 wait for a decision",
  );
  // Without a decision nothing leaves the workbook.
  expect(run([policies], { rows: "approved" }).rows).toEqual([]);
});

test("dozens: parameters are multiples of twelve", () => {
  for (const { New } of run([policies], { unit: 12 }).rows) expect(Number(New) % 12).toBe(0);
});

test("the trigger that asked for it is the first reason, unless somebody put it aside", () => {
  const trigger = (status: string) =>
    tableContent(
      "Triggers",
      ["Item", "Location", "Date", "Kind", "Reason", "Status"],
      [
        ["moves", "L", 45_400, "leadtime", "old news", "open"],
        ["moves", "L", 45_500, "leadtime", "supplier is late", status],
      ],
    );
  expect(run([policies, trigger("approved")]).rows[0].Reason).toMatch(/^supplier is late; /);
  expect(run([policies, trigger("ignored")]).rows[0].Reason).toMatch(/^old news; /);
});

describe("re-import", () => {
  test("with the new values in force nothing changes any more; other rows and columns stay", () => {
    const applied = run([policies], { apply: true });
    const table = tableOf(applied.policies);
    expect(run([table]).rows).toEqual([]);
    const at = (name: string) => table.columns.indexOf(name);
    expect(table.rows.map((row) => [row[at("Item")], row[at("ROP")], row[at("Max")]])).toEqual([
      ["same", 100, 150],
      ["moves", 121, 171],
      ["first", 7, 17],
      ["none", 5, 6],
      ["up to", 12, 12],
    ]);
    expect(table.rows[1][at("NewROP")]).toBe(120.4);
  });

  test("from raw tables: set, export, load as an ERP would, set again, export: no difference", () => {
    const items = tableContent(
      "Items",
      ["Item", "Cost", "LeadTime"],
      [
        ["a", 3, 20],
        ["b", 40, 35],
      ],
    );
    const demand = tableContent(
      "Demand",
      ["Item", "Date", "Qty"],
      ["a", "b"].flatMap((item) =>
        Array.from({ length: 24 }, (_, t): CellValue[] => [item, monthDate(t), 40 + ((t * 17) % 23)]),
      ),
    );
    const set = (before: readonly TableContent[]) =>
      tableOf(runAnalysis(setPolicies, [items, demand, ...before], {}, "p-1").results[0]);
    const first = set([]);
    const exported = run([first]).rows;
    expect(exported).toHaveLength(8);
    const loaded = tableContent(
      first.name,
      first.columns,
      first.rows.map((row) =>
        row.map((cell, c) => {
          const found = exported.find(
            (one) => one.Item === row[first.columns.indexOf("Item")] && one.Field === first.columns[c],
          );
          return found?.New ?? cell;
        }),
      ),
    );
    expect(run([set([loaded])]).rows).toEqual([]);
  });
});

test("a row that cannot be used is told, the others are exported", () => {
  const broken = tableContent("Policies", policies.columns, [
    ...policies.rows,
    ["bad", "L", "many", 1, 1, 1, 9, 9, 9, 9, "", "", "", ""],
  ]);
  const { rows, outcome } = run([broken]);
  expect(rows).toHaveLength(8);
  expect(outcome.issues.map(({ message }) => message)).toEqual(['ROP must be a number, got the text "many"']);
});
