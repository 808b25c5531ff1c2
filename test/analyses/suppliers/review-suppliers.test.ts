import { reviewSuppliers } from "../../../src/analyses/review-suppliers";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import reference from "../../reference/suppliers.json";
import { tableContent } from "../table-content";

const firstDay = 45_292;
const days = 100;
/** Demand of mean 50 a day and sample standard deviation 5, exactly. */
const demand = tableContent(
  "Demand",
  ["Item", "Date", "Qty"],
  ["a", "b"].flatMap((item) =>
    Array.from({ length: days }, (_, t): CellValue[] => [
      item,
      firstDay + t,
      50 + 5 * Math.sqrt((days - 1) / days) * (t % 2 === 0 ? 1 : -1),
    ]),
  ),
);
const items = tableContent(
  "Items",
  ["Item", "Cost", "LeadTime"],
  [
    ["a", 10, 12],
    ["b", 4, 20],
  ],
);
const contracts = tableContent(
  "Contracts",
  ["Supplier", "Item", "LeadTime", "Price"],
  reference.answers.map(({ supplier, item, agreed, cost }) => [supplier, item, agreed, cost]),
);
const receipts = tableContent("Receipts", reference.columns, reference.receipts);
const options = {
  bucket: "D",
  history: 200,
  targetType: "CSL",
  target: 0.95,
  asOf: new Date((reference.reviewDay - 25_569) * 86_400_000).toISOString().slice(0, 10),
};

function run(tables: readonly TableContent[], given: Record<string, unknown> = {}) {
  const outcome = runAnalysis(reviewSuppliers, [items, demand, ...tables], { ...options, ...given }, "s-1");
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  const find = (supplier: string, item: string) =>
    rows.find(({ Supplier, Item }) => Supplier === supplier && Item === item) as Record<string, number>;
  return { rows, outcome, find, messages: outcome.issues.map(({ message }) => message) };
}

// Known answers: numpy's business days and scipy, test/reference/scripts/suppliers.py.
describe("the fixture of 30 receipts", () => {
  const { find, rows, outcome } = run([receipts, contracts]);
  test.each(reference.answers)("$supplier $item: first, last, by quantity, spread, service", (answer) => {
    const row = find(answer.supplier, answer.item);
    expect(row).toMatchObject({ Lines: answer.lines, Agreed: answer.agreed, Due: answer.due });
    expect(row.First).toBeCloseTo(answer.first, 9);
    expect(row.Last).toBeCloseTo(answer.last, 9);
    expect(row.ByQuantity).toBeCloseTo(answer.byQuantity, 9);
    expect(row.Spread).toBeCloseTo(answer.spread, 9);
    expect(row.P90).toBeCloseTo(answer.p90, 9);
    expect(row.Gap).toBeCloseTo(answer.byQuantity - answer.agreed, 9);
    expect(row.OTIF).toBeCloseTo(answer.otif, 12);
    expect(row.OnTime).toBeCloseTo(answer.onTime, 12);
    expect(row.InFull).toBeCloseTo(answer.inFull, 12);
  });
  test.each(reference.answers)("$supplier $item: the gap as safety stock and in money", (answer) => {
    const row = find(answer.supplier, answer.item);
    expect(row.LateUnits).toBeCloseTo(answer.late, 6);
    expect(row.SpreadUnits).toBeCloseTo(answer.irregular, 6);
    expect(row.GapValue).toBeCloseTo((answer.late + answer.irregular) * answer.cost, 5);
    expect(row.GapCost).toBeCloseTo(0.2 * (answer.late + answer.irregular) * answer.cost, 5);
  });
  test.each(reference.answers)("$supplier $item: in working days", (answer) => {
    const row = run([receipts, contracts], { workdays: 5 }).find(answer.supplier, answer.item);
    expect(row.First).toBeCloseTo(answer.working.first, 9);
    expect(row.Last).toBeCloseTo(answer.working.last, 9);
    expect(row.ByQuantity).toBeCloseTo(answer.working.byQuantity, 9);
  });
  test("each supplier has a row of its own, the dearest first, its items below", () => {
    const order = rows.map(({ Supplier, Item }) => `${Supplier} ${Item}`.trim());
    expect(new Set(order)).toEqual(new Set(["S1", "S1 a", "S1 b", "S2", "S2 a"]));
    for (const { supplier, lines, due, otif } of reference.totals) {
      const total = find(supplier, "");
      expect(total).toMatchObject({ Lines: lines, Due: due });
      expect(total.OTIF).toBeCloseTo(otif, 12);
      const ofItems = rows.filter(({ Supplier, Item }) => Supplier === supplier && Item !== "");
      expect(total.GapValue).toBeCloseTo(
        ofItems.reduce((sum, { GapValue }) => sum + Number(GapValue), 0),
        6,
      );
    }
    const totals = rows.filter(({ Item }) => Item === "").map(({ GapValue }) => Number(GapValue));
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    expect(outcome.summary).toMatch(
      /^2 suppliers reviewed; the gap to what was agreed binds [\d,]+ of money/,
    );
  });
});

test("partial decides which of the three counts", () => {
  for (const [partial, name] of [
    ["FIRST", "First"],
    ["LAST", "Last"],
  ] as const) {
    const row = run([receipts, contracts], { partial }).find("S1", "a");
    expect(row.Gap).toBeCloseTo(row[name] - 12, 9);
  }
});

test("a supplier that keeps the time agreed to the day costs nothing", () => {
  const exact = tableContent(
    "Receipts",
    receipts.columns,
    Array.from({ length: 8 }, (_, k) => {
      const ordered = firstDay + 10 * k;
      return [`P${k}`, "1", "a", "S1", ordered, ordered + 12, ordered + 12, 5, 5];
    }),
  );
  expect(run([exact, contracts]).find("S1", "a")).toMatchObject({
    Gap: 0,
    Spread: 0,
    LateUnits: 0,
    SpreadUnits: 0,
    GapValue: 0,
    OTIF: 1,
    Drift: "OK",
  });
});

test("a line of which some is still to come is late, and has a first part only", () => {
  const due = firstDay + 20;
  const parts = tableContent("Receipts", receipts.columns, [
    ["P1", "1", "a", "S1", firstDay, due, firstDay + 10, 100, 60],
    ["P1", "1", "a", "S1", firstDay, due, "", 100, ""],
    ["P2", "1", "a", "S1", firstDay, due, firstDay + 14, 100, 100],
  ]);
  const row = run([parts, contracts]).find("S1", "a");
  expect(row).toMatchObject({ First: 12, Last: 14, ByQuantity: 14, Due: 2, OnTime: 0.5, OTIF: 0.5 });
});

test("a receipt without a quantity is the whole line; a line whose only receipt contradicts itself tells nothing", () => {
  const due = firstDay + 20;
  const odd = tableContent("Receipts", receipts.columns, [
    ["P1", "1", "a", "S1", firstDay, due, firstDay + 10, 100, ""],
    ["P2", "1", "a", "S1", firstDay, due, firstDay - 10, 100, 100],
  ]);
  const { find, messages } = run([odd, contracts]);
  expect(find("S1", "a")).toMatchObject({ Lines: 1, Due: 1, OTIF: 1, InFull: 1 });
  expect(messages).toEqual(["Received must not be before Ordered: the receipt is left out"]);
});

describe("bad input is an issue, or nothing is claimed", () => {
  test("an unknown supplier, a receipt before its order, no agreement, one line only", () => {
    const odd = tableContent("Receipts", receipts.columns, [
      ["P1", "1", "a", "", firstDay, "", firstDay + 3, 5, 5],
      ["P2", "1", "a", "S1", firstDay + 9, "", firstDay + 3, 5, 5],
      ["P3", "1", "a", "S9", firstDay, "", firstDay + 3, 5, 5],
      ["P4", "1", "a", "S2", firstDay, "", firstDay + 3, 5, 5],
    ]);
    const { find, messages } = run([odd, contracts]);
    expect(messages).toContain("Supplier must be known to judge a delivery: the receipt is left out");
    expect(messages).toContain("Received must not be before Ordered: the receipt is left out");
    expect(find("S9", "a")).toMatchObject({ Agreed: "", Gap: "", GapValue: "", Drift: "", OTIF: "" });
    expect(find("S9", "a").Basis).toBe("no lead time agreed in Contracts");
    expect(find("S2", "a")).toMatchObject({ Lines: 1, GapValue: "", Basis: "too few lines to price" });
  });
  test("without Receipts it does not run", () => {
    expect(() => run([contracts])).toThrow("the table Receipts is missing");
  });
});
