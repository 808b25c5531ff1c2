import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies } from "../../../src/analyses/set-policies";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const january = 45_292;
const monthStarts = Array.from({ length: 24 }, (_, month) => Math.round(january + month * 30.4375));
const items = tableContent("Items", ["Item", "Cost", "LeadTime"], [["a", 10, 20]]);
const demandOf = (units: (month: number) => number) =>
  tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    monthStarts.map((day, month): CellValue[] => ["a", day + 5, units(month)]),
  );
/** 120 units every thirtieth day: each month sells the same, one customer takes it all. */
const oneCustomer = tableContent(
  "Transactions",
  ["TxnId", "Date", "Item", "Qty"],
  Array.from({ length: 12 }, (_, i): CellValue[] => [`T${i}`, monthStarts[12] + 30 * i, "a", -120]),
);

function proposal(tables: Parameters<typeof runAnalysis>[1]) {
  const outcome = runAnalysis(setPolicies, tables, { targetType: "FILL", target: 0.98 }, "run");
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  return Object.fromEntries(result.columns.map((name, c) => [name, result.rows[0][c]]));
}

test("a customer who takes much at once needs more stock than months tell, and the basis says why", () => {
  const steady = demandOf((month) => 120 + (month % 2));
  const byMonths = proposal([items, steady]);
  const byDays = proposal([items, steady, oneCustomer]);
  expect(byDays.NewROP as number).toBeGreaterThan((byMonths.NewROP as number) + 20);
  expect(byDays.Basis).toContain("single days");
  expect(byMonths.Basis).not.toContain("single days");
  expect(byDays.FILL).toBeGreaterThanOrEqual(0.98 - 1e-9);
});

test("rows of Transactions that cannot be used are told, the others count", () => {
  const { columns, rows } = oneCustomer;
  const spoilt = tableContent("Transactions", columns, [
    ...rows,
    ["T99", "not a day", "a", -5],
    ["T98", monthStarts[13], "a", "many"],
    rows[0],
  ]);
  const steady = demandOf((month) => 120 + (month % 2));
  const run = (transactions: typeof oneCustomer) =>
    runAnalysis(setPolicies, [items, steady, transactions], { target: 0.98 }, "run");
  const told = run(spoilt).issues.filter(({ table }) => table === "Transactions");
  expect(told.map(({ row, column }) => [row, column])).toEqual([
    [13, "Date"],
    [14, "Qty"],
    [15, "TxnId"],
  ]);
  expect(run(spoilt).results).toEqual(run(oneCustomer).results);
});

test("scrap and transfers are no customers", () => {
  const steady = demandOf((month) => 120 + (month % 2));
  const { rows } = oneCustomer;
  const typed = (type: string) =>
    tableContent(
      "Transactions",
      ["TxnId", "Date", "Item", "Type", "Qty"],
      rows.map(([id, date, item, quantity]): CellValue[] => [id, date, item, type, quantity]),
    );
  const byMonths = proposal([items, steady]).NewROP;
  expect(proposal([items, steady, typed("601")]).NewROP).toBe(proposal([items, steady, oneCustomer]).NewROP);
  for (const type of ["scrap", "551", "transfer", "701 count"])
    expect(proposal([items, steady, typed(type)]).NewROP).toBeCloseTo(byMonths as number, 6);
});

test("growing demand is met where it is heading, not at its mean of two years", () => {
  const noise = [3, -4, 1, 2, -3, 0, 4, -2];
  const growing = proposal([items, demandOf((month) => 60 + 8 * month + noise[month % 8])]);
  expect(growing.Basis).toContain("history by the Theta model");
  // Mean of the history: 152 a month; the next months bring about 250.
  expect((growing.Mean as number) * 30.4375).toBeGreaterThan(230);
  expect((growing.Mean as number) * 30.4375).toBeLessThan(270);
});
