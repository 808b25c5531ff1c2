import { endOfLife } from "../../../src/analyses/end-of-life";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { day, forecastRows, itemsOf, rowsOf, stockOf } from "../kpis/company";
import { tableContent } from "../table-content";

const lifecycleOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent(
    "Lifecycle",
    [
      "Item",
      "Launch",
      "LastOrder",
      "LastShip",
      "SellOff",
      "Successor",
      "Storage",
      "Salvage",
      "Redesign",
      "MonthsNeeded",
    ],
    rows,
  );
const stock = (units: number) =>
  stockOf([["old", "N", "usable", "own", day("2025-12-31"), units, units * 10]]);
const items = itemsOf([
  ["old", "F", 10, 15, 30],
  ["new", "F", 12, 18, 30],
]);
const forecast = (months: readonly number[]) =>
  tableContent(
    "Forecast",
    ["Item", "Location", "Date", "Final"],
    forecastRows("old", "N", "2026-01-01", months),
  );

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(endOfLife, tables, options, "run-1");
  return {
    outcome,
    plan: rowsOf(outcome.results, "EOLPlan")[0],
    runOut: rowsOf(outcome.results, "EOLRunOut"),
    slips: rowsOf(outcome.results, "EOLSlip"),
  };
}

describe("last-time buy", () => {
  /** 24 months that swing about 40 so that their sample standard deviation is 12. */
  const swing = 12 * Math.sqrt(23 / 24);
  const demand = tableContent(
    "Demand",
    ["Item", "Location", "Date", "Qty"],
    Array.from({ length: 24 }, (_, m) => [
      "old",
      "N",
      day(`${2024 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-01`),
      40 + (m % 2 === 0 ? swing : -swing),
    ]),
  );
  const lasting = (redesign: CellValue, storage: CellValue = 1.2) =>
    lifecycleOf([["old", "", day("2026-01-31"), "", "", "", storage, 2, redesign, 24]]);
  test("40 a month, sd 12, 24 months, 95 %: 1,056.70", () => {
    const { plan } = run([items, stock(0), demand, lasting("")]);
    expect(plan.Mean).toBeCloseTo(40, 9);
    expect(plan.Sd).toBeCloseTo(12, 9);
    expect(plan.Buy).toBeCloseTo(1056.7, 2);
    expect(plan.BuyCost).toBeCloseTo(10567, 0);
  });
  test("what is there and on order is not bought again: 1,056.70 - 100 - 56.70", () => {
    const receipts = tableContent(
      "Receipts",
      ["PO", "Line", "Item", "Location", "Received", "Qty", "QtyReceived"],
      [
        ["P1", "1", "old", "N", "", 56.7, ""],
        ["P0", "1", "old", "N", day("2025-06-01"), 80, 80],
      ],
    );
    const { plan } = run([items, stock(100), demand, lasting(""), receipts]);
    expect(plan).toMatchObject({ OnHand: 100, OnOrder: 56.7 });
    expect(plan.Buy).toBeCloseTo(900, 2);
  });
  test("it is priced against storage, scrap and redesign", () => {
    const { plan } = run([items, stock(0), demand, lasting(1500)]);
    // sd over 24 months 58.788; at k = 1.6449 the normal loss is 0.020892: 1.228 units missing, 96.70 + 1.23 left over.
    expect(plan.LeftOver).toBeCloseTo(97.926, 2);
    expect(plan.StorageCost).toBeCloseTo(((1056.7 + 97.926) / 2) * 2 * 1.2, 0);
    expect(plan.ScrapCost).toBeCloseTo(97.926 * 8, 0);
    expect(plan.ShortCost).toBeCloseTo(1.228 * 5, 1);
    expect(plan.LastBuyTotal).toBeCloseTo(1385.55 + 783.41 + 6.14, 0);
    expect(plan.RedesignTotal).toBeCloseTo(1500, 6);
    // Nothing bought: the margin of all 960 units.
    expect(plan.RunOutTotal).toBeCloseTo(4800, 6);
    expect(plan.Best).toBe("redesign");
  });
  test("dear redesign leaves the last-time buy; without one it is not a choice", () => {
    expect(run([items, stock(0), demand, lasting(3000)]).plan.Best).toBe("last-time buy");
    expect(run([items, stock(0), demand, lasting("")]).plan).toMatchObject({
      Best: "last-time buy",
      RedesignTotal: "",
    });
  });
  test("dear storage leaves running out", () => {
    expect(run([items, stock(0), demand, lasting("", 8)]).plan.Best).toBe("run out");
  });
  test("a month count that nothing tells is an issue at its cell", () => {
    const { outcome, plan } = run([
      items,
      stock(0),
      demand,
      lifecycleOf([["old", "", day("2026-01-31"), "", "", "", "", "", "", ""]]),
    ]);
    expect(plan.Buy).toBe("");
    expect(outcome.issues).toContainEqual(
      expect.objectContaining({ table: "Lifecycle", row: 1, column: "MonthsNeeded" }),
    );
  });
});

describe("sell-off", () => {
  const dates = lifecycleOf([
    ["old", "", day("2026-01-31"), day("2026-03-31"), day("2026-02-28"), "", "", 2, "", ""],
  ]);
  test("residual at each date, valued at cost: 120 less 30 a month", () => {
    const { plan, runOut } = run([items, stock(120), forecast([30, 30, 30, 30]), dates]);
    expect(plan).toMatchObject({
      LastOrderLeft: 90,
      SellOffLeft: 60,
      SellOffValue: 600,
      LastShipLeft: 30,
      LastShipValue: 300,
      RunOut: day("2026-05-01"),
    });
    expect(runOut.slice(0, 4).map(({ Residual }) => Residual)).toEqual([90, 60, 30, 0]);
    expect(runOut[1]).toMatchObject({ ValueAtCost: 600, ValueAtPrice: 900, Price: 15 });
  });
  test("units sold and units left add up to what was there", () => {
    const { runOut } = run([items, stock(100), forecast([7, 31, 11, 5]), dates]);
    const sold = runOut.reduce((sum, { Sales }) => sum + Number(Sales), 0);
    expect(sold + Number(runOut[runOut.length - 1].Residual)).toBeCloseTo(100, 9);
  });
  test("with an elasticity of 2 twice the demand takes 1/sqrt(2) of the price, and nothing is left", () => {
    const { plan, runOut } = run([items, stock(120), forecast([30, 30, 30, 30]), dates], { elasticity: 2 });
    expect(plan.SellOffLeft).toBe(0);
    expect(runOut[0].Price).toBeCloseTo(15 / Math.SQRT2, 9);
  });
  test("dates in the wrong order are told, and the other items are planned", () => {
    const { outcome, plan } = run([
      items,
      stock(120),
      forecast([30, 30]),
      lifecycleOf([
        ["new", "", day("2026-03-31"), day("2026-01-31"), "", "", "", "", "", ""],
        ["old", "", "", day("2026-03-31"), "", "", "", "", "", ""],
      ]),
    ]);
    expect(outcome.issues).toContainEqual({
      table: "Lifecycle",
      row: 1,
      column: "LastShip",
      message: "LastShip must not be before LastOrder",
    });
    expect(plan.Item).toBe("old");
  });
});

describe("liquidation against the launch of the successor", () => {
  const dates = lifecycleOf([
    ["old", "", "", "", "", "new", "", 2, "", ""],
    ["new", day("2026-04-01"), "", "", "", "", "", "", "", ""],
  ]);
  const { plan, slips } = run([items, stock(120), forecast([30, 30, 30, 30, 30]), dates]);
  const slip = (weeks: number) => slips.find(({ Slip }) => Slip === weeks);
  test("on time 30 units are stranded at 10 - 2", () => {
    expect(plan).toMatchObject({ Stranded: 240, GapDays: 0, GapCost: 0, Launch: day("2026-04-01") });
  });
  test("four weeks later 28 of April's 30 units more are sold: 2 left, 56 less a week", () => {
    expect(slip(4)).toMatchObject({ Launch: day("2026-04-29"), GapDays: 0 });
    expect(slip(4)?.Left).toBeCloseTo(2, 9);
    expect(slip(4)?.Stranded).toBeCloseTo(16, 9);
    expect(slip(4)?.PerWeek).toBeCloseTo(-56, 9);
  });
  test("eight weeks later the shelf is empty for 26 days of May, at a margin of 5", () => {
    expect(slip(8)).toMatchObject({ Stranded: 0, GapDays: 26 });
    expect(slip(8)?.GapCost).toBeCloseTo(((30 * 26) / 31) * 5, 9);
    expect(slip(8)?.PerWeek).toBeCloseTo((((30 * 26) / 31) * 5 - 240) / 8, 9);
  });
  test("four weeks early more is stranded: 60 units and 28 days of March's 30", () => {
    expect(slip(-4)?.Left).toBeCloseTo(30 + (30 * 28) / 31, 9);
    expect(slip(-4)?.PerWeek).toBeCloseTo((((30 * 28) / 31) * 8) / -4, 9);
  });
  test("where the successor is on sale already, the end of the sell-off slips, and there is no gap", () => {
    const launched = lifecycleOf([
      ["old", "", "", "", day("2026-04-01"), "new", "", 2, "", ""],
      ["new", day("2025-06-01"), "", "", "", "", "", "", "", ""],
    ]);
    const found = run([items, stock(120), forecast([30, 30, 30, 30, 30]), launched]);
    expect(found.plan).toMatchObject({ Stranded: 240, GapDays: 0 });
    const late = found.slips.find(({ Slip }) => Slip === 8);
    expect(late).toMatchObject({ Stranded: 0, GapCost: 0 });
  });
  test("a successor without a launch is told", () => {
    const { outcome } = run([
      items,
      stock(120),
      forecast([30]),
      lifecycleOf([["old", "", "", "", "", "new", "", 2, "", ""]]),
    ]);
    expect(outcome.issues).toContainEqual(expect.objectContaining({ column: "Successor", row: 1 }));
  });
});
