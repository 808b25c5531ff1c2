import { findAnalysis } from "../../../src/analyses";
import { segmentReview, type SegmentsDetails } from "../../../src/analyses/run-classify-items";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { runRecord } from "../../../src/analyses/run-record";
import { reperformClasses, type Reperformed } from "../../../src/analyses/reperform-classes";
import { storedOptions } from "../../../src/analyses/stored-options";
import { quarterOf } from "../../../src/analyses/segments/segment-history";
import { normalDraws } from "../../../src/engine/math/random";
import { runsTable, writeRows } from "../../../src/workbook/tables";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";

const columns = [
  ...["Item", "Cost", "ACV", "ABC", "XYZ", "Stage", "Successor", "LeadTime"],
  ...["Criticality", "SupplyRisk", "SingleSource"],
];
type Given = Partial<Record<string, CellValue>>;
const itemsOf = (rows: readonly Given[]) =>
  tableContent(
    "Items",
    columns,
    rows.map((row) => columns.map((name) => row[name] ?? "")),
  );
/** A history of each item: 24 months around 100, but for those listed. */
const demandOf = (items: readonly string[], months: Readonly<Record<string, number>> = {}) =>
  tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    items.flatMap((item) =>
      Array.from({ length: months[item] ?? 24 }, (_, t): CellValue[] => [
        item,
        monthDate(23 - t),
        100 + 20 * ((t * 7) % 3),
      ]),
    ),
  );

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}, runId = "run-1") {
  const outcome = runAnalysis(segmentReview, tables, { asOf: "2026-03-31", ...options }, runId);
  const [classes, history] = outcome.results;
  if (classes.kind !== "columns" || history.kind !== "rows")
    throw new Error("columns and rows were expected");
  return {
    outcome,
    abc: classes.columns.ABC,
    xyz: classes.columns.XYZ,
    history,
    details: outcome.details as SegmentsDetails,
  };
}

test("rows of Policies, Contracts and Receipts that nothing can be priced by are told once each", () => {
  const items = itemsOf([{ Item: "1", ACV: 85, Cost: 5, ABC: "B" }]);
  const policies = tableContent("Policies", ["Segment", "TargetType", "Target"], [["AX", "FILL", 1]]);
  const contracts = tableContent("Contracts", ["Supplier", "Item", "LeadTime"], [["S", "1", -4]]);
  const receipts = tableContent(
    "Receipts",
    ["PO", "Line", "Item", "Ordered", "Received"],
    [["P", "1", "1", 45_400, 45_300]],
  );
  const { outcome, abc } = run([items, demandOf(["1"]), policies, contracts, receipts]);
  expect(abc).toEqual(["A"]);
  expect(outcome.issues.map(({ table, row, column }) => [table, row, column])).toEqual([
    ["Contracts", 1, "LeadTime"],
    ["Receipts", 1, "Received"],
    ["Policies", 1, "Target"],
  ]);
});

test("85, 10 and 5: A, B, C; an item that crosses a cut stays above it", () => {
  const items = itemsOf([
    { Item: "1", ACV: 85 },
    { Item: "2", ACV: 10 },
    { Item: "3", ACV: 5 },
  ]);
  expect(run([items]).abc).toEqual(["A", "B", "C"]);
});

test("the band keeps a class that value alone would change, and no more than that", () => {
  // Shares before: 0, 0.6, 0.81, 0.93.
  const values = [60, 21, 12, 7];
  const items = (abc: readonly string[]) =>
    itemsOf(values.map((ACV, i) => ({ Item: String(i), ACV, ABC: abc[i], XYZ: "X" })));
  const current = ["A", "A", "A", "C"];
  expect(run([items(current)], { band: 0 }).abc).toEqual(["A", "A", "B", "B"]);
  expect(run([items(current)], { band: 0.02 }).abc).toEqual(["A", "A", "A", "C"]);
  expect(run([items(["A", "A", "A", "A"])], { band: 0.1 }).abc[3]).toBe("B");
});

describe("launches and phase-outs", () => {
  const items = itemsOf([
    { Item: "old", ACV: 50, ABC: "B" },
    { Item: "young", ACV: 900 },
    { Item: "young, set by hand", ACV: 900, ABC: "B", XYZ: "Y" },
    { Item: "new", ACV: 10, Stage: "New" },
    { Item: "replaced", ACV: 700, Successor: "old", ABC: "A", XYZ: "Z" },
    { Item: "ended", ACV: 1, Stage: "EOL" },
  ]);
  const demand = demandOf(["old", "young", "young, set by hand"], { young: 5, "young, set by hand": 3 });
  test("keep the class they were given, and do not move the cuts", () => {
    const { abc, xyz, details } = run([items, demand]);
    expect(abc).toEqual(["A", "N", "B", "N", "A", "-"]);
    expect(xyz.slice(1)).toEqual(["N", "Y", "N", "Z", "-"]);
    expect(details.items.map(({ held }) => held)).toEqual([
      undefined,
      "launch",
      "launch",
      "launch",
      "phase-out",
      "phase-out",
    ]);
  });
});

describe("conflicts", () => {
  const rows: Given[] = [
    { Item: "big", ACV: 900, Cost: 5, LeadTime: 30 },
    { Item: "vital", ACV: 10, Cost: 5, LeadTime: 30, Criticality: "V" },
    { Item: "single", ACV: 9, Cost: 5, LeadTime: 30, SingleSource: true },
    { Item: "plain", ACV: 8, Cost: 5, LeadTime: 30, Criticality: "D", SupplyRisk: 1 },
    { Item: "no cost", ACV: 7, LeadTime: 30, Criticality: "V" },
  ];
  const codes = rows.map(({ Item }) => String(Item));
  test("every vital or single-source item of C is listed, with what the class above costs in safety stock", () => {
    const { details } = run([itemsOf(rows), demandOf(codes)], { targetType: "CSL" });
    expect(details.conflicts.map(({ item, upgradeTo, verdict }) => [item, upgradeTo, verdict])).toEqual([
      ["vital", "B", "UPGRADE"],
      ["single", "B", "UPGRADE"],
      ["no cost", "B", "UPGRADE"],
    ]);
    const [vital, single, unpriced] = details.conflicts;
    expect(vital.cost).toBeGreaterThan(0);
    expect(single.cost).toBeCloseTo(Number(vital.cost), 9);
    expect(unpriced.cost).toBeNull();
  });
  test("the cost is that of the targets: none where both classes have the same", () => {
    const { details } = run([itemsOf(rows), demandOf(codes)], {
      targetType: "CSL",
      targets: [0.95, 0.95, 0.95],
    });
    expect(details.conflicts[0].cost).toBeNull();
    const wider = run([itemsOf(rows), demandOf(codes)], { targetType: "CSL", targets: [0.999, 0.99, 0.9] });
    const narrow = run([itemsOf(rows), demandOf(codes)], { targetType: "CSL", targets: [0.999, 0.95, 0.9] });
    expect(Number(wider.details.conflicts[0].cost)).toBeGreaterThan(Number(narrow.details.conflicts[0].cost));
  });
  test("a risk that cannot be read is told, and the item is classed all the same", () => {
    const { abc, outcome } = run([itemsOf([...rows, { Item: "odd", ACV: 5, SupplyRisk: 9 }])]);
    expect(abc).toHaveLength(6);
    expect(outcome.issues.map(({ message }) => message)).toContain("SupplyRisk must be at most 5, got 9");
  });
});

test("migration: counts and value add up to all items, the effect on stock has the sign of the move", () => {
  const rows: Given[] = [
    { Item: "up", ACV: 900, Cost: 5, LeadTime: 30, ABC: "C", XYZ: "X" },
    { Item: "down", ACV: 10, Cost: 5, LeadTime: 30, ABC: "A", XYZ: "X" },
    { Item: "stays", ACV: 8, Cost: 5, LeadTime: 30, ABC: "C", XYZ: "X" },
    { Item: "first", ACV: 7, Cost: 5, LeadTime: 30 },
  ];
  // Cycle service: with lots as large as these, either fill rate is met without safety stock.
  const demand = demandOf(rows.map(({ Item }) => String(Item)));
  const { details } = run([itemsOf(rows), demand], { targetType: "CSL" });
  expect(details.migration.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  expect(details.migration.reduce((sum, { value }) => sum + value, 0)).toBe(925);
  const cash = (from: string, to: string) =>
    details.migration.find((cell) => cell.from === from && cell.to === to)?.cash;
  expect(cash("C", "A")).toBeGreaterThan(0);
  expect(cash("A", "C")).toBeCloseTo(-Number(cash("C", "A")), 9);
  expect(cash("C", "C")).toBe(0);
  expect(cash("-", "C")).toBe(0);
});

describe("history", () => {
  const items = (abc: string) => itemsOf([{ Item: "1", ACV: 85, ABC: abc, XYZ: "X" }]);
  test("quarters", () =>
    expect([quarterOf(45_292), quarterOf(45_382), quarterOf(45_383)]).toEqual([
      "2024-Q1",
      "2024-Q1",
      "2024-Q2",
    ]));
  test("a row an item and quarter; twelve quarters stay; a second run in a quarter keeps the first Old", () => {
    let table: TableContent | undefined;
    for (let quarter = 0; quarter < 12; quarter++) {
      const month = String(3 * (quarter % 4) + 1).padStart(2, "0");
      const asOf = `${2024 + Math.floor(quarter / 4)}-${month}-15`;
      const { history } = run([items("B"), ...(table === undefined ? [] : [table])], { asOf });
      table = tableContent(history.table, history.columns, history.rows);
    }
    expect(table?.rows).toHaveLength(12);
    const { history } = run([items("A"), table as TableContent], { asOf: "2026-12-01" }, "again");
    expect(history.rows).toHaveLength(12);
    expect(history.rows[11].slice(0, 4)).toEqual(["2026-Q4", "1", "BX", "A-"]);
    expect(history.rows[11][5]).toBe("again");
  });
});

test("an auditor performs the run again from the file alone: 100 % of the classes, the same hash", () => {
  const draw = normalDraws(3);
  const codes = Array.from({ length: 60 }, (_, i) => `i${i}`);
  const items = itemsOf(
    codes.map((Item, i) => ({
      Item,
      ACV: Math.exp(draw()),
      ABC: "ABC"[i % 3],
      XYZ: "X",
      Stage: i % 20 === 0 ? "EOL" : "",
    })),
  );
  const demand = demandOf(codes.slice(0, 40));
  const options = { asOf: "2026-03-31", band: 0.05, abc: [0.7, 0.9] };
  const outcome = runAnalysis(segmentReview, [items, demand], options, "r1");
  const record = runRecord(segmentReview, outcome, {
    runId: "r1",
    options,
    version: "1",
    by: "test",
    startedAt: new Date(0),
  });
  const [classes, history] = outcome.results;
  if (classes.kind !== "columns" || history.kind !== "rows")
    throw new Error("columns and rows were expected");
  const after = items.rows.map((row, r) =>
    row.map((cell, c) =>
      columns[c] === "ABC" ? classes.columns.ABC[r] : columns[c] === "XYZ" ? classes.columns.XYZ[r] : cell,
    ),
  );
  const moved = after.filter((row, r) => row[3] !== items.rows[r][3]).length;
  expect(moved).toBeGreaterThan(5);
  const file = (rows: readonly (readonly CellValue[])[]) => [
    tableContent("Items", columns, rows),
    demand,
    tableContent(history.table, history.columns, history.rows),
    tableContent("Runs", Object.keys(runsTable.columns), writeRows(runsTable, [record])),
  ];
  const again = (tables: readonly TableContent[], runId = "") =>
    runAnalysis(reperformClasses, tables, { run: runId }, "audit");
  const performed = again(file(after));
  expect(performed.details).toEqual({
    runId: "r1",
    items: 60,
    different: [],
    sameInput: true,
    differentNow: [],
  } satisfies Reperformed);
  expect(performed.issues).toEqual([]);
  expect(performed.summary).toBe(
    "60 of 60 classes of r1 come out as they were written; the tables are as they were",
  );
  // Later demand changes nothing: the run says until when it looked.
  const [itemsAfter, , historyAfter, runs] = file(after);
  const later = tableContent("Demand", demand.columns, [
    ...demand.rows,
    ...codes.map((code): CellValue[] => [code, 46_130, 5000]),
  ]);
  expect(again([itemsAfter, later, historyAfter, runs]).details).toMatchObject({
    sameInput: true,
    different: [],
  });
  // A value changed afterwards shows in the hash; the stored classes still come out.
  const tampered = after.map((row, r) =>
    r === 0 ? row.map((cell, c) => (columns[c] === "ACV" ? 1e6 : cell)) : row,
  );
  const changed = again(file(tampered));
  expect(changed.details).toMatchObject({ sameInput: false, different: [] });
  expect(changed.issues).toMatchObject([{ table: "Runs", row: 1, column: "InputHash" }]);
  // A class changed in the history is found by name.
  const place = history.columns.indexOf("New");
  const forged = tableContent(
    history.table,
    history.columns,
    history.rows.map((row, r) => row.map((cell, c) => (r === 5 && c === place ? "AX" : cell))),
  );
  const [found] = again([itemsAfter, demand, forged, runs]).issues;
  expect(found).toMatchObject({ table: "SegmentHistory", row: 6, column: "New" });
  expect(found.message).toMatch(/^New of i5 must be .. as performed again, got AX$/);
  expect(() => again(file(after), "other")).toThrow("RunId must be that of a run");
  expect(storedOptions(segmentReview, String(record.Params))).toMatchObject({
    ...options,
    targets: [0.98, 0.95, 0.9],
  });
});

test.each([
  [{ abc: [0.9, 0.8] }, "abc: A must end above 0 %"],
  [{ targets: [1, 0.9, 0.8] }, "targets must be above 0 and below 1, got 1"],
  [{ asOf: "soon" }, "asOf must be a date such as 2026-03-31"],
  [{ asOf: "" }, "asOf must be given where there is no demand"],
])("%j is refused", (options, message) => {
  expect(() => run([itemsOf([{ Item: "1", ACV: 1 }])], options)).toThrow(message);
});

test("it stands in the list of analyses", () => expect(findAnalysis("classify-items")).toBe(segmentReview));
