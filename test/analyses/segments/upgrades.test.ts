import { runAnalysis } from "../../../src/analyses/run-analysis";
import { reperformClasses } from "../../../src/analyses/reperform-classes";
import { segmentReview, type SegmentsDetails } from "../../../src/analyses/run-classify-items";
import { runRecord } from "../../../src/analyses/run-record";
import { readUpgrades, upgradesText } from "../../../src/analyses/segments/accepted-upgrades";
import { runsTable, writeRows } from "../../../src/workbook/tables";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";

const columns = ["Item", "ACV", "Cost", "LeadTime", "ABC", "XYZ", "Criticality", "MinABC"];
const items = (rows: readonly (readonly CellValue[])[]) => tableContent("Items", columns, rows);
const first = items([
  ["big", 900, 5, 30, "", "", "", ""],
  ["middle", 60, 5, 30, "", "", "", ""],
  ["vital; 1", 20, 5, 30, "", "", "V", ""],
  ["plain", 20, 5, 30, "", "", "", ""],
]);
const demand = tableContent(
  "Demand",
  ["Item", "Date", "Qty"],
  first.rows.flatMap(([item]) =>
    Array.from({ length: 24 }, (_, t): CellValue[] => [item, monthDate(t), 100 + 20 * ((t * 7) % 3)]),
  ),
);

/** One review, and the workbook after it was committed. */
function review(tables: readonly TableContent[], given: Record<string, unknown>, runId: string) {
  const options = { asOf: "2025-12-31", targetType: "CSL", ...given };
  const outcome = runAnalysis(segmentReview, tables, options, runId);
  const [classes, history] = outcome.results;
  if (classes.kind !== "columns" || history.kind !== "rows")
    throw new Error("columns and rows were expected");
  const before = tables.find(({ name }) => name === "Items") as TableContent;
  const after = items(
    before.rows.map((row, r) => row.map((cell, c) => classes.columns[columns[c]]?.[r] ?? cell)),
  );
  const facts = { runId, options, version: "1", by: "test", startedAt: new Date(0) };
  const run = writeRows(runsTable, [runRecord(segmentReview, outcome, facts)]);
  return {
    outcome,
    details: outcome.details as SegmentsDetails,
    file: [
      after,
      demand,
      tableContent(history.table, history.columns, history.rows),
      tableContent("Runs", Object.keys(runsTable.columns), run),
    ],
    at: (column: string) => after.rows.map((row) => row[columns.indexOf(column)]),
  };
}

const upgrade = { upgrades: upgradesText(new Map([["vital; 1", "B"]])) };

test("an accepted upgrade lifts the class, stays in MinABC and survives later reviews", () => {
  const before = review([first, demand], {}, "r1");
  expect(before.at("ABC")).toEqual(["A", "B", "C", "C"]);
  expect(before.at("MinABC")).toEqual(["", "", "", ""]);
  expect(before.details.conflicts).toMatchObject([{ item: "vital; 1", upgradeTo: "B", verdict: "UPGRADE" }]);
  expect(before.details.conflicts[0].cost).toBeGreaterThan(0);
  expect(before.details.conflicts[0].units).toBeCloseTo(Number(before.details.conflicts[0].cost) / 5, 9);

  const accepted = review(before.file, upgrade, "r2");
  expect(accepted.at("ABC")).toEqual(["A", "B", "B", "C"]);
  expect(accepted.at("MinABC")).toEqual(["", "", "B", ""]);
  const [moved] = accepted.details.migration.filter(({ from, to }) => from === "C" && to === "B");
  expect(moved).toMatchObject({ count: 1, value: 20, unpriced: 0 });
  expect(moved.cash).toBeCloseTo(Number(before.details.conflicts[0].cost), 9);
  expect(moved.units).toBeCloseTo(moved.cash / 5, 9);

  const later = review(accepted.file.slice(0, 3), { asOf: "2026-03-31" }, "r3");
  expect(later.at("ABC")).toEqual(["A", "B", "B", "C"]);
  // The history keeps the quarter's start: C before, B after, though r1 wrote C in between.
  const rows = later.file[2].rows.map((row) => row.slice(0, 4).join(" "));
  expect(rows).toContain("2025-Q4 vital; 1  BX");
  expect(rows).toContain("2026-Q1 vital; 1 BX BX");
});

test("a review with upgrades is performed again from the file, the second of its quarter too", () => {
  const before = review([first, demand], {}, "r1");
  const accepted = review(before.file, upgrade, "r2");
  const again = runAnalysis(reperformClasses, accepted.file, {}, "audit");
  expect(again.details).toEqual({ runId: "r2", items: 4, different: [], sameInput: true, differentNow: [] });
});

test("a second review of a quarter starts where the first did: pressing twice moves nothing twice", () => {
  // Shares before: 0, 0.79, 0.93. The band of 6 points keeps the second in B from a start in B, and in A from a start in A.
  const values = (second: string): TableContent =>
    tableContent(
      "Items",
      ["Item", "ACV", "ABC", "XYZ"],
      [
        ["a", 79, "A", "-"],
        ["b", 14, second, "-"],
        ["c", 7, "B", "-"],
      ],
    );
  const options = { asOf: "2025-12-31", band: 0.06 };
  const [, history] = runAnalysis(segmentReview, [values("B")], options, "r1").results;
  if (history.kind !== "rows") throw new Error("rows were expected");
  const written = tableContent(history.table, history.columns, history.rows);
  const classesAfter = (second: string) => {
    const [classes] = runAnalysis(segmentReview, [values(second), written], options, "r2").results;
    return classes.kind === "columns" ? classes.columns.ABC : [];
  };
  expect(classesAfter("A")).toEqual(["A", "B", "B"]);
  const alone = runAnalysis(segmentReview, [values("A")], options, "r3").results[0];
  expect(alone.kind === "columns" && alone.columns.ABC).toEqual(["A", "A", "B"]);
});

test("codes of any kind survive the option", () => {
  const upgrades = new Map([
    ["P-1", "B"],
    ["a;b:c d=e", "A"],
    ["50 %", "B"],
  ] as const);
  expect(readUpgrades(upgradesText(upgrades))).toEqual(upgrades);
  expect(readUpgrades("P-1:b; P-2:A")).toEqual(
    new Map([
      ["P-1", "B"],
      ["P-2", "A"],
    ]),
  );
});

test.each([
  ["P-1", 'upgrades must be items with the class they get, such as P-1:B;P-2:A, got the text "P-1"'],
  ["P-1:C", "upgrades must be items with the class they get"],
  ["nobody:B", "upgrades must be of items in Items, got nobody"],
])("%s is refused", (upgrades, message) => {
  expect(() => runAnalysis(segmentReview, [first, demand], { upgrades }, "r")).toThrow(message);
});

test("demand of the month that is not over counts for nothing; an item first asked for in it is a launch", () => {
  const started = tableContent("Demand", demand.columns, [
    ...demand.rows,
    ["plain", 46_060, 9e6],
    ["new", 46_060, 5],
  ]);
  const withNew = items([...first.rows, ["new", 5000, 5, 30, "", "", "", ""]]);
  const outcome = runAnalysis(segmentReview, [withNew, started], { asOf: "2026-02-10" }, "r");
  const { items: reviewed } = outcome.details as SegmentsDetails;
  expect(reviewed.map(({ abc, xyz }) => abc + xyz)).toEqual(["AX", "BX", "CX", "CX", "NN"]);
  expect(reviewed[4].heldReason).toBe("launch: its first month is not over");
});
