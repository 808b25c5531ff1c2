import { comparePolicies } from "../../../src/analyses/compare-policies";
import { comparisonList } from "../../../src/analyses/compare/comparison-list";
import { dailyDemand } from "../../../src/analyses/compare/daily-demand";
import { orderDaysOf, weekdaysIn } from "../../../src/analyses/compare/order-days";
import { setPolicies } from "../../../src/analyses/set-policies";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { uniformDraws } from "../../../src/engine/math/random";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const firstDay = 45_292;
const items = tableContent("Items", ["Item", "Cost", "LeadTime"], [["a", 10, 10]]);
/** Ten a day, give or take three. */
const demand = tableContent(
  "Demand",
  ["Item", "Date", "Qty"],
  Array.from({ length: 400 }, (_, t): CellValue[] => ["a", firstDay + t, 10 + 3 * ((t % 3) - 1)]),
);
const options = { bucket: "D", history: 520, targetType: "CSL", target: 0.95 };
const contracts = (row: Readonly<Record<string, CellValue>>) =>
  tableContent("Contracts", ["Supplier", "Item", ...Object.keys(row)], [["S", "a", ...Object.values(row)]]);
const suppliers = (days: string) => tableContent("Suppliers", ["Supplier", "OrderDays"], [["S", days]]);

function run(tables: readonly TableContent[], given: Record<string, unknown> = {}) {
  const outcome = runAnalysis(comparePolicies, [items, demand, ...tables], { ...options, ...given }, "c-1");
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const table = tableContent(result.table, result.columns, result.rows);
  const rows = table.rows.map((row) => Object.fromEntries(table.columns.map((name, c) => [name, row[c]])));
  return { outcome, table, rows, messages: outcome.issues.map(({ message }) => message) };
}
const find = (rows: readonly Record<string, CellValue>[], policy: string, review: number) =>
  rows.find(({ Policy, Review }) => Policy === policy && Review === review) as Record<string, number>;

describe("ways to control an item", () => {
  const { rows, table, outcome } = run([contracts({})]);
  test("continuous ones, periodic ones at each interval; those that meet the target first, cheapest first", () => {
    expect(rows.map(({ Rank }) => Rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(rows.map(({ Policy, Review }) => `${Policy} ${Review}`))).toEqual(
      new Set(["sQ 0", "sS 0", "RS 7", "RsS 7", "RS 14", "RsS 14", "RS 28", "RsS 28"]),
    );
    const meeting = rows.filter(({ Meets }) => Meets === true).map(({ Cost }) => Number(Cost));
    expect(meeting.length).toBeGreaterThan(3);
    expect(meeting).toEqual([...meeting].sort((a, b) => a - b));
    expect(rows.slice(0, meeting.length).every(({ CSL }) => Number(CSL) >= 0.94)).toBe(true);
    expect(outcome.summary).toMatch(/^1 items compared; periodic review is cheapest for [01]$/);
  });
  test("cost is carrying and ordering: stock x 10 x 20 %, 50 an order", () => {
    for (const { Stock, Orders, Carrying, Ordering, Cost } of rows) {
      expect(Carrying).toBeCloseTo(Number(Stock) * 2, 9);
      expect(Ordering).toBeCloseTo(Number(Orders) * 50, 9);
      expect(Cost).toBeCloseTo(Number(Carrying) + Number(Ordering), 9);
    }
    // Every 28 days on an order day: 13 a year.
    expect(find(rows, "RS", 28).Orders).toBeCloseTo(365.25 / 28, 0);
  });
  test("equal input gives equal rows, another seed others near them", () => {
    expect(run([contracts({})]).rows).toEqual(rows);
    const other = run([contracts({})], { seed: 2 }).rows;
    expect(Math.abs(find(other, "RS", 14).Cost / find(rows, "RS", 14).Cost - 1)).toBeLessThan(0.1);
  });
  test("the list tells what the best saves", () => {
    const { items: listed } = comparisonList(table);
    expect(listed).toHaveLength(1);
    const [{ best, against, saving }] = listed;
    expect(best.Rank).toBe(1);
    expect(against?.Policy).toBe("sQ");
    expect(saving).toBeCloseTo((against?.Cost ?? 0) - (best.Cost ?? 0), 9);
  });
});

describe("what the supplier allows", () => {
  test("one order day a week: continuous review needs more stock for the same service", () => {
    const daily = run([contracts({}), suppliers("Mon Tue Wed Thu Fri Sat Sun")]).rows;
    const weekly = run([contracts({}), suppliers("Tue")]).rows;
    expect(find(weekly, "sQ", 0).ROP).toBeGreaterThan(find(daily, "sQ", 0).ROP + 30);
    expect(find(weekly, "sQ", 0).CSL).toBeGreaterThan(0.9);
    expect(weekly[0].Limits).toBe("orders Tue");
  });
  test("minimum, packs and trucks: lots are at least the minimum, whole packs, whole trucks", () => {
    const lot = (row: Readonly<Record<string, CellValue>>) => run([contracts(row)]).rows;
    const minimum = lot({ MOQ: 900 });
    expect(find(minimum, "sQ", 0).Lot).toBe(900);
    // A weekly review wants 70 units and must take 900: about four orders a year.
    expect(find(minimum, "RS", 7).Orders).toBeLessThan(6);
    const trucks = lot({ Multiple: 12, Truck: 500 });
    expect(find(trucks, "sQ", 0).Lot).toBe(492);
    expect(trucks[0].Limits).toBe("orders Mon Tue Wed Thu Fri, in 492s");
  });
  test("the parameters in force are played too", () => {
    const policies = tableContent("Policies", ["Item", "Policy", "ROP", "Lot"], [["a", "sQ", 400, 700]]);
    const { rows, table } = run([contracts({}), policies]);
    const inForce = rows.find(({ InForce }) => InForce === true);
    expect(inForce).toMatchObject({ Policy: "sQ", ROP: 400, Lot: 700 });
    const [{ against, saving }] = comparisonList(table).items;
    expect(against?.InForce).toBe(true);
    // 250 units too many at 2 a year each, and half of 430 units of lot.
    expect(saving).toBeGreaterThan(500);
  });
});

describe("levels of the comparison are those that are proposed", () => {
  const months = Array.from({ length: 36 }, (_, m) => Math.round(firstDay + 30.4375 * m));
  const given = { bucket: "M", history: 36, targetType: "FILL", target: 0.99 };
  const proposedFor = (tables: readonly TableContent[]) => {
    const [result] = runAnalysis(setPolicies, tables, { ...given, review: 1 }, "p-1").results;
    if (result.kind !== "rows") throw new Error("rows were expected");
    const rows = result.rows.map((row) =>
      Object.fromEntries(result.columns.map((name, c) => [name, row[c]])),
    );
    return rows[0] as Record<string, number>;
  };
  const everyDay = tableContent(
    "Suppliers",
    ["Supplier", "OrderDays"],
    [["S", "Mon Tue Wed Thu Fri Sat Sun"]],
  );
  const compared = (tables: readonly TableContent[]) => {
    const outcome = runAnalysis(comparePolicies, [...tables, everyDay, contracts({})], given, "c-1");
    const [result] = outcome.results;
    if (result.kind !== "rows") throw new Error("rows were expected");
    return result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  };
  test("single days and a trend count, and the play is at the height that is expected", () => {
    const noise = [3, -4, 1, 2, -3, 0, 4, -2];
    const growing = tableContent(
      "Demand",
      ["Item", "Date", "Qty"],
      months.map((day, m): CellValue[] => ["a", day + 5, 60 + 8 * m + noise[m % 8]]),
    );
    const onDay = uniformDraws(2);
    const fewCustomers = tableContent(
      "Transactions",
      ["TxnId", "Date", "Item", "Qty"],
      Array.from({ length: 36 }, (_, i): CellValue[] => [
        `T${i}`,
        months[24] + Math.floor(365 * onDay()),
        "a",
        -100,
      ]),
    );
    const without = compared([items, growing]);
    const rows = compared([items, growing, fewCustomers]);
    expect(find(rows, "sQ", 0).ROP).toBeGreaterThan(find(without, "sQ", 0).ROP + 10);
    expect(find(rows, "sQ", 0).ROP).toBeCloseTo(proposedFor([items, growing, fewCustomers]).NewROP, 6);
    // The next month brings about 350: an order for each lot of it, not for the 200 of the past.
    const { Orders, Lot, FILL } = find(rows, "sQ", 0);
    expect((Orders * Lot) / 12).toBeGreaterThan(310);
    expect((Orders * Lot) / 12).toBeLessThan(390);
    expect(FILL).toBeGreaterThan(0.96);
  });
  test("slow movers have what they learnt from each other", () => {
    const draw = uniformDraws(5);
    const codes = Array.from({ length: 40 }, (_, i) => `s${i}`);
    const slow = tableContent(
      "Demand",
      ["Item", "Date", "Qty"],
      codes.flatMap((code) =>
        months.map((day): CellValue[] => [code, day + 3, draw() < 0.25 ? 1 + Math.floor(12 * draw()) : 0]),
      ),
    );
    const parts = tableContent("Items", ["Item", "Cost", "LeadTime"], codes.map((code) => [code, 100, 30])); // prettier-ignore
    const proposals = runAnalysis(setPolicies, [parts, slow], { ...given, review: 1 }, "p-1").results[0];
    const comparison = runAnalysis(comparePolicies, [parts, slow, everyDay], given, "c-1").results[0];
    if (proposals.kind !== "rows" || comparison.kind !== "rows") throw new Error("rows were expected");
    const place = (columns: readonly string[], name: string) => columns.indexOf(name);
    const proposed = new Map(
      proposals.rows.map((row) => [
        row[place(proposals.columns, "Item")],
        row[place(proposals.columns, "NewROP")],
      ]),
    );
    expect(
      proposals.rows.every((row) => String(row[place(proposals.columns, "Basis")]).includes("learnt")),
    ).toBe(true);
    const continuous = comparison.rows.filter((row) => row[place(comparison.columns, "Policy")] === "sQ");
    expect(continuous).toHaveLength(40);
    // Without a contract order days are Monday to Friday: a look every 1.4 days instead of every day.
    for (const row of continuous) {
      const mine = Number(row[place(comparison.columns, "ROP")]);
      const its = Number(proposed.get(row[place(comparison.columns, "Item")]));
      expect(mine).toBeGreaterThan(its - 1);
      expect(mine).toBeLessThan(its + 6);
    }
  });
});

describe("demand by day", () => {
  test("keeps the units of every bucket, is as long as asked for, and deals smooth demand over the days", () => {
    const days = dailyDemand([30, 60, 45, 90], "M", 400, uniformDraws(3));
    expect(days.length).toBeGreaterThanOrEqual(400);
    const repeats = Math.round(days.length / (4 * 30.4375));
    expect(days.reduce((sum, units) => sum + units, 0)).toBeCloseTo(repeats * 225, 6);
    expect(days.filter((units) => units > 0).length).toBeGreaterThan(100);
  });
  test("falls on as many days as are usual", () => {
    const days = dailyDemand([300, 300], "M", 600, uniformDraws(3), 0.1);
    const share = days.filter((units) => units > 0).length / days.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThanOrEqual(0.1);
  });
  test("of an item that is seldom asked for a bucket is one day", () => {
    const series = [0, 0, 12, 0, 0, 0, 7, 0, 0, 0, 0, 5];
    const days = dailyDemand(series, "M", 300, uniformDraws(3));
    expect([...days].filter((units) => units > 0)).toEqual([12, 7, 5]);
  });
  test("returns count as none", () => {
    expect(Math.min(...dailyDemand([5, -3, 8], "W", 50, uniformDraws(1)))).toBe(0);
  });
});

describe("bad input", () => {
  test("weekdays in words; a text that names none is an issue", () => {
    expect(weekdaysIn("Mon, thursday")).toEqual([0, 3]);
    expect(weekdaysIn("daily")).toBeUndefined();
    const { messages, rows } = run([contracts({}), suppliers("daily")]);
    expect(messages).toEqual([
      "OrderDays must be weekdays such as Mon Thu, got daily: taken for every working day",
    ]);
    expect(rows[0].Limits).toBe("orders Mon Tue Wed Thu Fri");
    expect(orderDaysOf(undefined).bySupplier.size).toBe(0);
  });
  test("an item without a cost is told, the others are compared", () => {
    const two = tableContent("Items", ["Item", "Cost", "LeadTime"], [["a", 10, 10], ["b", "", 10]]); // prettier-ignore
    const both = tableContent("Demand", demand.columns, [
      ...demand.rows,
      ...demand.rows.map(([, ...row]) => ["b", ...row]),
    ]);
    const outcome = runAnalysis(comparePolicies, [two, both], options, "c-1");
    expect(outcome.issues.map(({ message }) => message).join()).toContain("Cost must be known");
    expect(outcome.summary).toMatch(/^1 items compared/);
  });
});
