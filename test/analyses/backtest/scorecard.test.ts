import { scorecardOf } from "../../../src/analyses/backtest/scorecard";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const columns = ["Item", "Location", "Way", "Days", "Reproduced", "Units", "StockoutDays", "FILL", "Stock", "StockValue", "Orders", "Carrying", "Ordering", "Shortage", "Regret", "Verdict"]; // prettier-ignore
const way = (
  item: string,
  name: string,
  units: number,
  fill: number,
  stock: number,
  regret: number,
  verdict: CellValue = "",
): CellValue[] => [
  item,
  "L",
  name,
  365,
  1,
  units,
  1,
  fill,
  stock,
  stock * 2,
  10,
  stock,
  20,
  5,
  regret,
  verdict,
];

const rows = [
  way("a", "done", 100, 0.9, 50, 40),
  way("a", "current", 100, 0.92, 40, 30),
  way("a", "proposed", 100, 0.95, 30, 10),
  way("a", "hindsight", 100, 1, 20, 0),
  way("b", "done", 300, 0.98, 10, 5),
  // Worse on both axes, whatever somebody typed over it.
  way("b", "proposed", 300, 0.9, 20, 50, "recommended"),
  way("b", "hindsight", 300, 1, 5, 0),
];

test("items by regret, a verdict from the figures, never from the word", () => {
  const { items } = scorecardOf(tableContent("Backtest", columns, rows));
  expect(items.map(({ item, judged, regret }) => [item, judged?.verdict, regret])).toEqual([
    ["b", "worse", 50],
    ["a", "recommended", 10],
  ]);
  expect(items[0].rows).toEqual([4, 5, 6]);
});

test("a score for each way: sums, and the fill rate by units", () => {
  const { scores, days, reproduced } = scorecardOf(tableContent("Backtest", columns, rows));
  expect(scores.map(({ way: name, items }) => [name, items])).toEqual([
    ["done", 2],
    ["current", 1],
    ["proposed", 2],
    ["hindsight", 2],
  ]);
  const proposed = scores[2];
  // 95 and 270 of 400 units; stock 30 and 20 at 2 each; 20 + 50 carrying ... 2 orders of cost 20 and 5 short each.
  expect(proposed.fillRate).toBeCloseTo((95 + 270) / 400, 12);
  expect(proposed).toMatchObject({ stockValue: 100, orders: 20, money: 100, regret: 60, stockoutDays: 2 });
  expect(days).toBe(365);
  expect(reproduced).toBe(1);
});

test("together: against what is in force where there is, else what was done", () => {
  // Against a: .92 of 100 and 80 money, b: .98 of 300 and 20 money; the proposals 365 of 400 and 100 money: service falls, stock is equal.
  expect(scorecardOf(tableContent("Backtest", columns, rows)).judged?.verdict).toBe("worse");
  expect(scorecardOf(tableContent("Backtest", columns, rows.slice(0, 4))).judged?.verdict).toBe(
    "recommended",
  );
});

test("a day that was not reproduced is told", () => {
  const odd = rows.map((row, i) =>
    i === 0 ? row.map((cell, c) => (columns[c] === "Reproduced" ? 0.5 : cell)) : row,
  );
  expect(scorecardOf(tableContent("Backtest", columns, odd)).reproduced).toBe(0.75);
});

test("nothing replayed: nothing claimed", () => {
  expect(scorecardOf(undefined)).toMatchObject({
    items: [],
    scores: [],
    judged: undefined,
    reproduced: null,
  });
});
