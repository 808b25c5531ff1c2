import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies } from "../../../src/analyses/set-policies";
import type { CellValue } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";

const first = monthDate(0);
/** Item b has twelve receipts of S: twice as long as agreed every other time; a has one. Each month sells about 100 of both. */
const receipts = Array.from({ length: 12 }, (_, k): CellValue[] => [
  `P${k}`,
  "1",
  "b",
  "S",
  first + 30 * k,
  first + 30 * k + (k % 2 === 0 ? 10 : 20),
  100,
]);
const demand = Array.from({ length: 24 }, (_, month) => month).flatMap((month): CellValue[][] =>
  ["a", "b"].map((item) => [item, monthDate(month), 100 + ((month * 7) % 11) - 5]),
);
const tables = (supplierOfA: string, more: CellValue[][] = []) => [
  tableContent("Items", ["Item", "Cost"], [
    ["a", 10],
    ["b", 10],
  ]), // prettier-ignore
  tableContent("Demand", ["Item", "Date", "Qty"], demand),
  tableContent("Contracts", ["Supplier", "Item", "LeadTime"], [
    [supplierOfA, "a", 30],
    ["S", "b", 10],
  ]), // prettier-ignore
  tableContent(
    "Receipts",
    ["PO", "Line", "Item", "Supplier", "Ordered", "Received", "QtyReceived"],
    [...receipts, ...more],
  ),
];

function proposalOfA(content: ReturnType<typeof tables>) {
  const [result] = runAnalysis(setPolicies, content, {}, "run").results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  return rows.find(({ Item }) => Item === "a") as Record<string, CellValue>;
}

test("an item with few receipts is supplied as its supplier keeps to what it agreed for others", () => {
  const a = proposalOfA(tables("S"));
  // Half of the lines once, half twice the 30 days agreed: mean 45, and their sample deviation 15 sqrt(12 / 11).
  expect(a.LeadTime).toBeCloseTo(45, 9);
  expect(a.LeadTimeSd).toBeCloseTo(15 * Math.sqrt(12 / 11), 9);
  expect(a.Basis).toContain("lead time of the contract, as 12 receipts from its supplier kept to theirs");
});

test("another supplier's receipts say nothing of it, and enough of its own say it all", () => {
  const other = proposalOfA(tables("T"));
  expect([other.LeadTime, other.LeadTimeSd]).toEqual([30, 0]);
  const own = Array.from({ length: 5 }, (_, k): CellValue[] => [
    `A${k}`,
    "1",
    "a",
    "S",
    first + 60 * k,
    first + 60 * k + 28,
    100,
  ]);
  expect(proposalOfA(tables("S", own)).LeadTime).toBeCloseTo(28, 9);
});
