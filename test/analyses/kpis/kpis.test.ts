import { kpis } from "../../../src/analyses/kpis";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";
import { contentOf, day, forecastOf, itemsOf, movesOf, rowsOf, steadyYear, stockOf } from "./company";

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(kpis, tables, options, "run-1");
  const rows = rowsOf(outcome.results, "KPI");
  const latest = Math.max(...rows.map(({ Date }) => Number(Date)));
  const row = (name: string, unit = "", date = latest) =>
    rows.find(({ KPI, Unit, Date }) => KPI === name && Unit === unit && Date === date);
  return { outcome, rows, row, targets: rowsOf(outcome.results, "KPITargets") };
}

describe("a year with cost of sales 1,200 and average stock 300", () => {
  const { row } = run(steadyYear());
  test("turns 4.0, over 13 month ends", () => {
    expect(row("Turns")).toMatchObject({
      Value: 4,
      Averaging: "mean of 13 month ends",
      Dimension: "total",
      CurrencyDate: "company currency, nothing converted",
      Measure: "turns a year",
    });
    expect(row("Turns")?.Basis).toBe(
      "cost of issues of 12 months at a yearly rate; own stock, at cost of its receipts",
    );
  });
  test("91.25 days of supply: 300 / 1,200 x 365", () => expect(row("DOS")?.Value).toBe(91.25));
  test("GMROI: 120 units x (15 - 10) over 300", () => expect(row("GMROI")?.Value).toBe(2));
  test("nothing was written off", () => expect(row("Write-off share")?.Value).toBe(0));
  test("without forecast or demand what was issued stands for them: 30 units last 3 months of 10", () =>
    expect(row("Forward cover")?.Value).toBe(90));
  test("what no table tells is no row, what cannot be said is blank and says why", () => {
    expect(row("Fill rate")).toBeUndefined();
    const [items, stock] = steadyYear();
    const alone = run([items, stock]);
    expect(alone.row("Turns")).toMatchObject({ Value: "" });
    expect(alone.row("Turns")?.Basis).toBe(
      "not known: Transactions must hold at least one month of movements, got none",
    );
  });
});

test("stock of 100 against 30, 40 and 50 a month lasts 78 days: 30 + 30 + 30/50 of 30 days", () => {
  const tables = [
    itemsOf([["a", "F", 1, 2, 30]]),
    stockOf([["a", "N", "usable", "own", day("2025-12-31"), 100, 100]]),
    forecastOf("a", "N", "2026-01-01", [30, 40, 50]),
  ];
  expect(run(tables).row("Forward cover")?.Value).toBe(78);
});

describe("consignment", () => {
  const [items, , moves] = steadyYear();
  const stock = (vendor: number) =>
    stockOf([
      ["a", "N", "usable", "own", day("2025-12-31"), 30, 300],
      ...(vendor === 0 ? [] : [["a", "N", "usable", "vendor", day("2025-12-31"), vendor, ""]]),
      ["a", "N", "blocked", "own", day("2025-12-31"), 0, 0],
    ]);
  const forecast = forecastOf("a", "N", "2026-01-01", [10, 10]);
  test("no figure in money or days moves with stock of the vendor's; availability does", () => {
    const without = run([items, stock(0), moves, forecast]);
    const with500 = run([items, stock(500), moves, forecast]);
    const figures = ({ rows }: typeof without) =>
      rows
        .filter(({ KPI }) => KPI !== "Available units")
        .map(({ KPI, Unit, Date, Value }) => [KPI, Unit, Date, Value]);
    expect(figures(with500)).toEqual(figures(without));
    expect(with500.targets).toEqual(without.targets);
    expect(without.row("Available units")?.Value).toBe(30);
    expect(with500.row("Available units")?.Value).toBe(530);
  });
  test.each([
    ["own", 30],
    ["vendor", 500],
    ["all", 530],
  ])("available units of %s", (owner, units) => {
    expect(run([items, stock(500), moves], { owner }).row("Available units")?.Value).toBe(units);
  });
  test("a value on the vendor's stock is told and not counted", () => {
    const booked = stockOf([
      ["a", "N", "usable", "own", day("2025-12-31"), 30, 300],
      ["a", "N", "usable", "vendor", day("2025-12-31"), 5, 50],
    ]);
    const { outcome, row } = run([items, booked, moves]);
    expect(row("Stock value")?.Value).toBe(300);
    expect(outcome.issues).toContainEqual({
      table: "Stock",
      row: 2,
      column: "Value",
      message: "Value must be blank or 0 where Owner is vendor, got 50: it is not counted",
    });
  });
});

test("earlier stock is that of its receipts: 20 units at 12 and 10 at 10", () => {
  const tables = [
    itemsOf([["a", "F", 10, 15, 30]]),
    stockOf([["a", "N", "usable", "own", day("2026-01-31"), 10, 120]]),
    movesOf([
      [day("2025-11-10"), "a", "N", "101", 40, 10],
      [day("2025-12-10"), "a", "N", "101", 20, 12],
      [day("2025-12-20"), "a", "N", "601", -30, ""],
      [day("2026-01-10"), "a", "N", "601", -20, ""],
    ]),
  ];
  const { row } = run(tables);
  // 20 of December at 12 and 10 of November at 10.
  expect(row("Stock value", "", day("2025-12-31"))?.Value).toBe(340);
  expect(row("Stock value")?.Value).toBe(120);
  const current = run(tables, { basis: "CURRENT" });
  expect(current.row("Stock value", "", day("2025-12-31"))?.Value).toBe(360);
});

describe("units", () => {
  const locations = tableContent(
    "Locations",
    ["Location", "BU"],
    [
      ["N", "North"],
      ["M", "North"],
      ["S", "South"],
    ],
  );
  const stock = stockOf([
    ["a", "N", "usable", "own", day("2025-12-31"), 10, 100],
    ["b", "M", "usable", "own", day("2025-12-31"), 10, 200],
    ["b", "S", "usable", "own", day("2025-12-31"), 10, 600],
  ]);
  const items = itemsOf([
    ["a", "F", 10, 15, 30],
    ["b", "G", 20, 25, 30],
  ]);
  const { rows, row } = run([items, stock, locations]);
  test("each dimension adds up to the whole", () => {
    for (const dimension of ["total", "BU", "location", "family"]) {
      const values = rows.filter(({ KPI, Dimension }) => KPI === "Stock value" && Dimension === dimension);
      expect(values.reduce((sum, { Value }) => sum + Number(Value), 0)).toBe(900);
    }
  });
  test("a peer comparison: the median of the units of a dimension", () => {
    expect(row("Stock value", "North")).toMatchObject({ Value: 300, Peers: 450 });
    expect(row("Stock value", "M")).toMatchObject({ Value: 200, Peers: 200 });
    expect(row("Stock value")?.Peers).toBe("");
  });
});

describe("fill rate and record accuracy", () => {
  test("demand times the share of the period in stock: (10 x 1 + 30 x 0.5) / 40", () => {
    const demand = tableContent(
      "Demand",
      ["Item", "Location", "Date", "Qty", "InStock"],
      [
        ["a", "N", day("2025-11-01"), 10, 1],
        ["a", "N", day("2025-12-01"), 30, 0.5],
      ],
    );
    const { row } = run([...steadyYear(), demand]);
    expect(row("Fill rate")).toMatchObject({ Value: 0.625 });
    expect(row("Fill rate")?.Basis).toBe("units of Demand times Demand[InStock], 12 months");
  });
  test("without it what was issued, at most what was asked for: 10 of 10 and 10 of 30", () => {
    const demand = tableContent(
      "Demand",
      ["Item", "Location", "Date", "Qty"],
      [
        ["a", "N", day("2025-11-01"), 10],
        ["a", "N", day("2025-12-01"), 30],
      ],
    );
    expect(run([...steadyYear(), demand]).row("Fill rate")?.Value).toBe(0.5);
  });
  test("two of three counted records are right; the one planned does not count", () => {
    const counts = tableContent(
      "Counts",
      ["Item", "Location", "Date", "Book", "Counted"],
      [
        ["a", "N", day("2025-10-01"), 30, 30],
        ["a", "N", day("2025-11-01"), 30, 29],
        ["a", "N", day("2025-12-01"), 30, 30],
        ["a", "N", day("2025-12-02"), 30, ""],
      ],
    );
    const { row } = run([...steadyYear(), counts]);
    expect(row("IRA")?.Value).toBeCloseTo(2 / 3, 12);
    expect(row("Count coverage")?.Value).toBe(1);
  });
});

describe("excess and obsolete", () => {
  test("excess is what is above twelve months of forecast; dead stock had no issue for over a year", () => {
    const tables = [
      itemsOf([
        ["a", "F", 10, 15, 30],
        ["b", "F", 5, 8, 30],
      ]),
      stockOf([
        ["a", "N", "usable", "own", day("2025-12-31"), 30, 300],
        ["b", "N", "usable", "own", day("2025-12-31"), 20, 100],
      ]),
      movesOf([
        [day("2024-10-01"), "b", "N", "receipt", 30, 5],
        [day("2024-11-01"), "b", "N", "sale", -10, ""],
        [day("2025-06-01"), "a", "N", "receipt", 40, 10],
        [day("2025-12-01"), "a", "N", "sale", -10, ""],
      ]),
      // 24 units in twelve months: 6 of 30 are above it; nothing is forecast for b, whose 20 all are.
      forecastOf("a", "N", "2026-01-01", new Array<number>(12).fill(2)),
    ];
    const { row } = run(tables);
    expect(row("Excess share")?.Value).toBeCloseTo((60 + 100) / 400, 12);
    expect(row("Obsolete share")?.Value).toBe(100 / 400);
  });
});

describe("targets", () => {
  const forecast = forecastOf("a", "N", "2026-01-01", new Array<number>(12).fill(4));
  const policies = tableContent(
    "Policies",
    ["Item", "Location", "SS", "Lot", "LeadTime"],
    [["a", "N", 3, 10, 0]],
  );
  const path = (targets: readonly Record<string, CellValue>[], column = "Stock") =>
    targets.filter(({ Dimension }) => Dimension === "total").map((row) => row[column]);
  test("30 units against 3 + 10/2: falls by 4 a month at cost 10, to 80 and no further", () => {
    const { targets } = run([...steadyYear(), policies, forecast], { horizon: 8 });
    expect(path(targets)).toEqual([300, 260, 220, 180, 140, 100, 80, 80, 80]);
    expect(path(targets, "Excess")).toEqual([220, 180, 140, 100, 60, 20, 0, 0, 0]);
    expect(targets[0]).toMatchObject({ Entitled: 80, Cycle: 50, Safety: 30, Pipeline: 0, Turns: 4 });
  });
  test("no step is faster than excess burns at forecast", () => {
    const stock = path(run([...steadyYear(), policies, forecast]).targets).map(Number);
    for (let i = 1; i < stock.length; i++) expect(stock[i - 1] - stock[i]).toBeLessThanOrEqual(40 + 1e-9);
  });
  test("demand over the lead time belongs to it: 30.4375 days at 4 a month are 4 units", () => {
    const [items, stock, moves] = steadyYear();
    const policy = tableContent(
      "Policies",
      ["Item", "Location", "SS", "Lot", "LeadTime"],
      [["a", "N", 3, 10, 30.4375]],
    );
    const pipeline = (others: Record<string, unknown>, lying = stock) =>
      run([items, lying, moves, policy, forecast], others).targets[0].Pipeline;
    expect(pipeline({ pipeline: "ALL" })).toBeCloseTo(40, 9);
    // Goods under way that are not ours are in neither side of the comparison.
    expect(pipeline({})).toBe(0);
    const underWay = stockOf([...stock.rows, ["a", "N", "transit", "own", day("2025-12-31"), 2, 20]]);
    expect(pipeline({}, underWay)).toBeCloseTo(40, 9);
  });
  test.each([
    [20, /less than the 80 the policies entitle to/],
    [10, /reached by 2026-05-31/],
    [4, /reached today/],
  ])("asked for %d turns", (target, verdict) => {
    const defs = tableContent(
      "KPIDefs",
      ["KPI", "Owner", "CounterMetric", "Target"],
      [["Turns", "Ann", "Fill rate", target]],
    );
    expect(run([...steadyYear(), policies, forecast, defs]).targets[0].Verdict).toMatch(verdict);
  });
  test("an item without a policy keeps its stock, and is told", () => {
    const { targets, outcome } = run([...steadyYear(), forecast]);
    expect(new Set(path(targets))).toEqual(new Set([300]));
    expect(outcome.issues).toContainEqual(
      expect.objectContaining({ table: "Items", row: 1, column: "Item" }),
    );
  });
});

describe("incentives", () => {
  const defs = (rows: CellValue[][]) => tableContent("KPIDefs", ["KPI", "Owner", "CounterMetric"], rows);
  test("every KPI has a counter-metric, another one than itself", () => {
    for (const { KPI, CounterMetric } of run(steadyYear()).rows) {
      expect(CounterMetric).not.toBe("");
      expect(CounterMetric).not.toBe(KPI);
    }
  });
  test("a KPI without owner or with a counter-metric that is none is told at its cell", () => {
    const { outcome } = run([
      ...steadyYear(),
      defs([
        ["Turns", "", "Fill rate"],
        ["DOS", "Bo", "Luck"],
        ["IRA", "Bo", ""],
      ]),
    ]);
    const told = outcome.issues.filter(({ table }) => table === "KPIDefs");
    expect(told.map(({ row, column }) => [row, column])).toEqual([
      [1, "Owner"],
      [2, "CounterMetric"],
      [3, "CounterMetric"],
      [0, "Owner"],
    ]);
  });
  test("turns up and fill rate down within the same three months is flagged", () => {
    const [items, , moves] = steadyYear();
    // The last three months: stock goes from 30 to 6, and half of the demand is delivered.
    const more = movesOf([
      ...moves.rows.map((row) => row.slice(1)),
      [day("2025-10-20"), "a", "N", "sale", -8, ""],
      [day("2025-11-20"), "a", "N", "sale", -8, ""],
      [day("2025-12-20"), "a", "N", "sale", -8, ""],
    ]);
    const stock = stockOf([["a", "N", "usable", "own", day("2025-12-31"), 6, 60]]);
    const demand = tableContent(
      "Demand",
      ["Item", "Location", "Date", "Qty", "InStock"],
      Array.from({ length: 12 }, (_, m) => [
        "a",
        "N",
        day(`2025-${String(m + 1).padStart(2, "0")}-01`),
        10,
        m < 9 ? 1 : 0.5,
      ]),
    );
    const { row } = run([items, stock, more, demand, defs([["Turns", "Ann", "Fill rate"]])]);
    expect(row("Turns")).toMatchObject({ Owner: "Ann" });
    expect(row("Turns")?.Flag).toMatch(
      /^Turns rose by \d+\.\d% since 2025-09-30 while its counter-metric Fill rate fell by 12\.5%/,
    );
  });
  test("a single month end far below the 13-point average is flagged where the days of its month were not", () => {
    const [items, , moves] = steadyYear();
    const sold = (on: string) =>
      movesOf([...moves.rows.map((row) => row.slice(1)), [day(on), "a", "N", "sale", -20, ""]]);
    const stock = stockOf([["a", "N", "usable", "own", day("2025-12-31"), 10, 100]]);
    // Twelve month ends of 300 and one of 100: 64.9 % below their mean of 284.62.
    expect(run([items, stock, sold("2025-12-30")], { dip: 0.35 }).row("Turns")?.Flag).toMatch(
      /^2025-12-31 lies 64\.9% below the mean of 13 month ends and 6\d\.\d% below the days of its month$/,
    );
    // Sold on the first of the month, the days of it are as low: no dip, just less stock.
    expect(run([items, stock, sold("2025-12-01")], { dip: 0.35 }).row("Turns")?.Flag).toBe("");
  });
  test("stock that dips at every month end is flagged, steady stock is not", () => {
    const dipping: CellValue[][] = [];
    for (let m = 1; m <= 12; m++) {
      const month = String(m).padStart(2, "0");
      // Shipped back to the supplier on the 28th, and brought in again on the 1st.
      dipping.push(
        [day(`2025-${month}-01`), "a", "N", "receipt", 60, 10],
        [day(`2025-${month}-28`), "a", "N", "sale", -60, ""],
      );
    }
    const [items, stock] = steadyYear();
    expect(run([items, stock, movesOf(dipping)]).row("Turns")?.Flag).toMatch(
      /^month ends lie 6\d\.\d% below the days between them, over 12 months$/,
    );
    expect(run(steadyYear()).row("Turns")?.Flag).toBe("");
  });
});

describe("the table KPI", () => {
  test("rows of other dates and of KPIs the team keeps itself stay; those of this date are renewed", () => {
    const kept = tableContent(
      "KPI",
      ["KPI", "Dimension", "Unit", "Date", "Value", "RunId"],
      [
        ["Turns", "total", "", day("2020-01-31"), 1, "old"],
        ["OTIF", "", "", day("2025-12-31"), 0.9, "hand"],
        ["Turns", "total", "", day("2025-12-31"), 99, "old"],
      ],
    );
    const { rows } = run([...steadyYear(), kept]);
    expect(rows.filter(({ RunId }) => RunId === "old").map(({ Value }) => Value)).toEqual([1]);
    expect(rows.find(({ KPI }) => KPI === "OTIF")?.Value).toBe(0.9);
  });
  test("a second run over its own table gives the same", () => {
    const first = run(steadyYear());
    const again = run([...steadyYear(), contentOf(first.outcome.results, "KPI")]);
    expect(again.rows).toEqual(first.rows);
  });
});

test("bad rows are issues that name their cell, and the rest is computed", () => {
  const [items, stock, moves] = steadyYear();
  const spoilt = tableContent("Transactions", moves.columns, [
    ...moves.rows,
    ["T1", day("2025-05-01"), "a", "N", "sale", -5, ""],
    ["X1", "31.12.2025", "a", "N", "sale", -5, ""],
    ["X2", day("2025-05-01"), "zzz", "N", "sale", -5, ""],
    ["X3", day("2025-05-01"), "a", "N", "sale", -5, -3],
  ]);
  const { outcome, row } = run([items, stock, spoilt]);
  expect(row("Turns")?.Value).toBe(4);
  expect(
    outcome.issues.filter(({ table }) => table === "Transactions").map((one) => [one.row, one.column]),
  ).toEqual([
    [26, "Date"],
    [25, "TxnId"],
    [28, "Cost"],
    [27, "Item"],
  ]);
});
