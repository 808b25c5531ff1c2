import { dynamicReview } from "../../../src/analyses/dynamic-review";
import { exportParams } from "../../../src/analyses/export-params";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies } from "../../../src/analyses/set-policies";
import { approvedProposals, decidedTriggers } from "../../../src/analyses/triggers/decide-triggers";
import { triggerList } from "../../../src/analyses/triggers/trigger-list";
import type { TableResult } from "../../../src/analyses/define-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const firstDay = 45_292;
const codes = ["a", "b"];
const items = tableContent("Items", ["Item", "Cost", "LeadTime"], codes.map((code) => [code, 10, 4])); // prettier-ignore
const demand = tableContent(
  "Demand",
  ["Item", "Date", "Qty"],
  codes.flatMap((code) =>
    Array.from({ length: 100 }, (_, t): CellValue[] => [code, firstDay + t, t % 2 === 0 ? 45 : 55]),
  ),
);
const tableOf = (result: TableResult | undefined): TableContent => {
  if (result?.kind !== "rows") throw new Error("rows were expected");
  return tableContent(result.table, result.columns, result.rows);
};
const withColumns = (table: TableContent, columns: Readonly<Record<string, readonly CellValue[]>>) =>
  tableContent(
    table.name,
    table.columns,
    table.rows.map((row, r) => row.map((cell, c) => columns[table.columns[c]]?.[r] ?? cell)),
  );
const options = { bucket: "D", history: 200, targetType: "CSL", target: 0.95 };
const inForce = tableContent(
  "Policies",
  ["Item", "ROP", "SS", "Lot", "Max"],
  [
    ["a", 210, 10, 300, 510],
    ["b", 300, 100, 300, 600],
  ],
);
const policies = tableOf(runAnalysis(setPolicies, [items, demand, inForce], options, "p-1").results[0]);
const triggers = tableOf(runAnalysis(dynamicReview, [items, demand, policies], options, "t-1").results[0]);
const { rows: listed } = triggerList(triggers);
const decision = { status: "approved", by: "Ann", at: 46_000 } as const;
const at = (table: TableContent, name: string, r: number) => table.rows[r][table.columns.indexOf(name)];

test("triggers are listed by the money they move", () => {
  // b falls by 30 % of 100, a rises by 30 % of 10: the cap.
  expect(listed.map(({ cells }) => [cells.Item, cells.Old, cells.New])).toEqual([
    ["b", 100, 70],
    ["a", 10, 13],
  ]);
  expect(listed.map(({ cells }) => cells.Cash)).toEqual([-300, 30]);
});

test("each tells the reorder point that goes with it and both service measures", () => {
  const [{ cells }] = listed;
  // Demand of 50 a day over 4 days.
  expect(cells.NewROP).toBeCloseTo(270, 9);
  // 70 above with a standard deviation of 5.025 x 2: beyond any table.
  expect(cells.CSL).toBeGreaterThan(0.999999);
  expect(cells.FILL).toBeGreaterThan(0.999999);
  const rises = listed[1].cells;
  // 13 / 10.05 = 1.2935 standard deviations: 90.2 % (normal table).
  expect(rises.CSL).toBeCloseTo(0.902, 3);
});

test("an approved trigger is an approved proposal, and leaves in the export with its reason", () => {
  const decided = withColumns(policies, approvedProposals(policies, [listed[1]], decision));
  expect(at(decided, "Status", 0)).toBe("approved");
  expect(at(decided, "NewSS", 0)).toBe(13);
  expect(at(decided, "NewROP", 0)).toBeCloseTo(213, 9);
  expect(at(decided, "NewLot", 0)).toBe(300);
  expect(at(decided, "NewMax", 0)).toBeCloseTo(513, 9);
  expect(at(decided, "By", 0)).toBe("Ann");
  // The other row stays as it was.
  expect(decided.rows[1]).toEqual(policies.rows[1]);
  const written = withColumns(triggers, decidedTriggers(triggers, [listed[1]], decision));
  const exported = tableOf(runAnalysis(exportParams, [decided, written], {}, "x-1").results[0]);
  expect(exported.rows.map((row) => row.slice(0, 5))).toEqual([
    ["a", "", "ROP", 210, 213],
    ["a", "", "SS", 10, 13],
    ["a", "", "Max", 510, 513],
  ]);
  expect(at(exported, "Reason", 0)).toContain("safety stock moves as far as the cap");
});

test("a decision stands in its own row of Triggers; the next review leaves it", () => {
  const written = withColumns(
    triggers,
    decidedTriggers(triggers, [listed[0]], { ...decision, status: "ignored" }),
  );
  const rows = triggerList(written).rows.map(({ cells }) => [cells.Item, cells.Status, cells.By, cells.At]);
  expect(rows).toEqual([
    ["b", "ignored", "Ann", 46_000],
    ["a", "open", null, null],
  ]);
  const again = tableOf(
    runAnalysis(dynamicReview, [items, demand, policies, written], options, "t-2").results[0],
  );
  expect(triggerList(again).rows.map(({ cells }) => [cells.Item, cells.Status])).toEqual([
    ["b", "ignored"],
    ["a", "open"],
  ]);
});
