import { dynamicReview } from "../../../src/analyses/dynamic-review";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { normalDraws } from "../../../src/engine/math/random";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const firstDay = 45_292;
const days = 100;
const items = tableContent("Items", ["Item", "Cost", "LeadTime"], [["a", 10, 4]]);
const demand = tableContent(
  "Demand",
  ["Item", "Date", "Qty"],
  Array.from({ length: days }, (_, t): CellValue[] => [
    "a",
    firstDay + t,
    50 + 5 * Math.sqrt((days - 1) / days) * (t % 2 === 0 ? 1 : -1),
  ]),
);
/** CSL 95 %: 1.6449 x 5 x sqrt(4) = 16.449. */
const proposed = 16.4485;
const policiesOf = (SS: CellValue) =>
  tableContent("Policies", ["Item", "TargetType", "Target", "SS"], [["a", "CSL", 0.95, SS]]);
const receiptsOf = (times: readonly number[]) =>
  tableContent(
    "Receipts",
    ["PO", "Line", "Item", "Supplier", "Ordered", "Received"],
    times.map((time, i) => [`P${i}`, "1", "a", "S", firstDay + 20 * i, firstDay + 20 * i + time]),
  );

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(
    dynamicReview,
    [items, demand, ...tables],
    // More receipts than there are: the lead time stays that of Items, what drifts is told all the same.
    { bucket: "D", history: 200, receipts: 100, ...options },
    "run-1",
  );
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  return { rows, outcome, table: tableContent(result.table, result.columns, result.rows) };
}

describe("dead-band and cap", () => {
  test.each<[string, number, number | undefined, string | undefined]>([
    ["inside the dead-band nothing is said", 15.5, undefined, undefined],
    ["outside it moves to the proposal", 14, proposed, "RISES"],
    ["not further than the cap, upwards", 10, 13, "RISES"],
    ["not further than the cap, downwards", 100, 70, "FALLS"],
  ])("%s", (_name, old, next, finding) => {
    const { rows } = run([policiesOf(old)]);
    if (next === undefined) return expect(rows).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      Item: "a",
      Kind: "proposal",
      Finding: finding,
      Old: old,
      Status: "open",
    });
    expect(rows[0].New).toBeCloseTo(next, 3);
    expect(rows[0].Cash).toBeCloseTo((next - old) * 10, 2);
    expect(rows[0].Date).toBe(firstDay + days - 1);
  });
  test("without a safety stock in force there is nothing to change", () => {
    expect(run([policiesOf("")]).rows).toEqual([]);
  });
});

describe("drift", () => {
  const steady = [4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3];
  test("a supplier who takes longer than agreed is told with days; one who keeps it is not", () => {
    const { rows } = run([policiesOf(16), receiptsOf([...steady, 7, 8, 6, 7, 8, 6])]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ Kind: "leadtime", Finding: "LONGER" });
    expect(rows[0].Reason).toBe(
      "lead time of S 3.0 days beyond the 4 agreed, over the last 6 receipts; safety stock stays within the dead-band",
    );
    expect(run([policiesOf(16), receiptsOf(steady)]).rows).toEqual([]);
  });
  test("a shift of two standard deviations is caught in one cycle in at least 95 % of runs, and no shift rarely", () => {
    const draw = normalDraws(9);
    const caught = (shift: number) => {
      const runs = 100;
      let count = 0;
      for (let i = 0; i < runs; i++) {
        const times = Array.from({ length: 30 }, (_, k) =>
          Math.max(1, Math.round(30 + 3 * draw() + (k < 24 ? 0 : shift))),
        );
        const agreed = tableContent("Contracts", ["Supplier", "Item", "LeadTime"], [["S", "a", 30]]);
        count += run([policiesOf(45), receiptsOf(times), agreed]).rows.filter(
          ({ Kind }) => Kind === "leadtime",
        ).length;
      }
      return count / runs;
    };
    expect(caught(6)).toBeGreaterThanOrEqual(0.95);
    expect(caught(0)).toBeLessThanOrEqual(0.1);
  });
  test("a forecast that has become too low is told", () => {
    const forecast = tableContent(
      "Forecast",
      ["Item", "Date", "Stat"],
      Array.from({ length: days + 5 }, (_, t) => ["a", firstDay + t, t < days - 6 ? 50 : 30]),
    );
    const { rows } = run([policiesOf(16), forecast]);
    expect(rows[0]).toMatchObject({ Kind: "forecast", Finding: "BOTH" });
    expect(rows[0].Reason).toMatch(
      /^forecast too low for 6 buckets \(tracking signal -6\.0\), forecast error 20\.0 a bucket, 4\.97 before; /,
    );
  });
});

test("rows of other days stay; a second run renews what is open and leaves what is decided", () => {
  const { table } = run([policiesOf(10)]);
  const later = run([policiesOf(10), table], { asOf: "2024-06-30" });
  expect(later.rows).toHaveLength(2);
  const ignored = tableContent(
    table.name,
    table.columns,
    table.rows.map((row) => row.map((cell) => (cell === "open" ? "ignored" : cell))),
  );
  expect(run([policiesOf(11), ignored]).rows).toEqual([
    expect.objectContaining({ Status: "ignored", Old: 10 }),
  ]);
  expect(run([policiesOf(11), table]).rows).toEqual([expect.objectContaining({ Status: "open", Old: 11 })]);
});
