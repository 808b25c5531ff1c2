import { contractsOn, priceBreaks } from "../../../src/analyses/policies/contracts";
import { factsOfTimes, receivedLines, type LeadTimeRules } from "../../../src/analyses/policies/lead-times";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

/** Monday, 2024-01-01. */
const monday = 45_292;
const columns = ["PO", "Line", "Item", "Location", "Supplier", "Ordered", "Received", "QtyReceived"];

/**
 * 30 rows: ten lines in three parts each, ordered on a Monday, received after 2, 9 and 16 + k days with 50, 30 and 20 units. Counted by
 * hand: first 2, last 16 + k, by quantity 0.5 x 2 + 0.3 x 9 + 0.2 x (16 + k) = 6.9 + 0.2 k.
 */
const partial = Array.from({ length: 10 }, (_, k) => k).flatMap((k): CellValue[][] =>
  (
    [
      [2, 50],
      [9, 30],
      [16 + k, 20],
    ] as const
  ).map(([days, quantity]) => [
    `P${k}`,
    "10",
    "a",
    "L",
    "S",
    monday + 7 * k,
    monday + 7 * k + days,
    quantity,
  ]),
);
const timesOf = (rules: LeadTimeRules, rows: readonly (readonly CellValue[])[] = partial) =>
  receivedLines(tableContent("Receipts", columns, rows), rules)
    .byLeaf.get("a\tL")
    ?.map(({ days }) => days);

test.each<[LeadTimeRules["partial"], number, (k: number) => number]>([
  ["FIRST", 0, () => 2],
  ["LAST", 0, (k) => 16 + k],
  ["QTY", 0, (k) => 6.9 + 0.2 * k],
  // Five working days are a week, 7 days. Monday to Wednesday 2 of them, to Wednesday of the next week 7.
  ["FIRST", 5, () => (2 * 7) / 5],
  // 16 days on, a Wednesday: 12; k days on, without Saturday (3) and Sunday (4).
  ["LAST", 5, (k) => ((12 + [0, 1, 2, 2, 2, 3, 4, 5, 6, 7][k]) * 7) / 5],
])("%s, working days %d", (rule, workdays, expected) => {
  const times = timesOf({ partial: rule, workdays }) as number[];
  expect(times).toHaveLength(10);
  times.forEach((days, k) => expect(days).toBeCloseTo(expected(k), 9));
});

test("open lines do not count; a receipt before its order is told and left out; other places count for the item", () => {
  const rows = [
    ["A", "1", "a", "L", "S", monday, "", ""],
    ["B", "1", "a", "L", "S", monday, monday - 1, 5],
    ["C", "1", "a", "M", "S", monday, monday + 3, 5],
  ];
  const { byLeaf, issues } = receivedLines(tableContent("Receipts", columns, rows), {
    partial: "QTY",
    workdays: 0,
  });
  expect([...byLeaf.keys()].sort()).toEqual(["a\t", "a\tM"]);
  expect(issues.map(({ row, column }) => [row, column])).toEqual([[2, "Received"]]);
});

test("typical lead times keep the mean, and nearly all of the spread", () => {
  const days = Array.from({ length: 23 }, (_, i) => 5 + ((i * 7) % 23));
  const { typical, mean, sd } = factsOfTimes(
    days.map((time) => ({ supplier: "S", ordered: monday, received: monday + time, days: time })),
  );
  expect(typical).toHaveLength(5);
  expect(typical.reduce((sum, time) => sum + time / 5, 0)).toBeCloseTo(mean, 9);
  const spread = Math.sqrt(typical.reduce((sum, time) => sum + (time - mean) ** 2 / 5, 0));
  expect(spread / sd).toBeGreaterThan(0.9);
  expect(spread).toBeLessThanOrEqual(sd);
});

test("agreements hold between their days; breaks are read or told", () => {
  const content = tableContent(
    "Contracts",
    ["Supplier", "Item", "LeadTime", "ValidFrom", "ValidTo", "Breaks"],
    [
      ["S", "a", 10, monday - 100, monday - 1, ""],
      ["S", "a", 20, monday, "", "100: 9.5; 500: 9"],
      ["S", "b", -3, "", "", ""],
    ],
  );
  const { byItem, issues } = contractsOn(content, monday);
  expect(byItem.get("a")).toEqual([
    expect.objectContaining({
      leadTime: 20,
      breaks: [
        { from: 100, price: 9.5 },
        { from: 500, price: 9 },
      ],
    }),
  ]);
  expect(issues.map(({ message }) => message)).toEqual(["LeadTime must be at least 0, got -3"]);
  expect(priceBreaks("")).toEqual([]);
  for (const text of ["100", "100:9:8", "x: 9", "100: 0", "0: 5", "100:"])
    expect(priceBreaks(text)).toBeUndefined();
});
