import { measureItems } from "../../src/analyses/item-measures";
import { monthDate, tableContent } from "./table-content";

const demandOf = (...lines: readonly [string, number, number | string][]) =>
  tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    lines.map(([item, month, quantity]) => [item, monthDate(month), quantity]),
  );

test("the value is ACV; where that is blank, the last twelve months of demand times cost", () => {
  const items = tableContent(
    "Items",
    ["Item", "Cost", "ACV"],
    [
      ["known", 3, 500],
      ["counted", 3, ""],
    ],
  );
  const { items: measured, issues } = measureItems(items, demandOf(["counted", 0, 10], ["counted", 1, 30]));
  expect(measured.map(({ item, value }) => [item, value])).toEqual([
    ["known", 500],
    ["counted", 120],
  ]);
  expect(issues).toEqual([]);
});

test("variation is the standard deviation of the months over their mean", () => {
  const items = tableContent("Items", ["Item", "ACV"], [["a", 1]]);
  const { items: measured } = measureItems(items, demandOf(["a", 0, 10], ["a", 1, 20], ["a", 2, 30]));
  // Mean 20, sample standard deviation 10 (n - 1).
  expect(measured[0]).toEqual({ row: 0, item: "a", value: 1, variation: 0.5, months: 3 });
});

test("an item without a line in a table that has lines had no demand: 0, not unknown", () => {
  const items = tableContent("Items", ["Item", "Cost"], [["idle", 3]]);
  const { items: measured } = measureItems(items, demandOf(["busy", 0, 10]));
  expect(measured[0]).toMatchObject({ value: 0, variation: null, months: 0 });
});

test("without the table Demand the value of a blank ACV is not known", () => {
  const items = tableContent("Items", ["Item", "Cost"], [["a", 3]]);
  expect(measureItems(items, undefined).items[0]).toMatchObject({ value: null, months: 0 });
});

test("more returns than demand are worth nothing, not less", () => {
  const items = tableContent("Items", ["Item", "Cost"], [["a", 3]]);
  expect(measureItems(items, demandOf(["a", 0, -4])).items[0].value).toBe(0);
});

test("codes keep leading zeros and are joined as text", () => {
  const items = tableContent("Items", ["Item", "Cost"], [["007", 2]]);
  expect(measureItems(items, demandOf(["007", 0, 5])).items[0].value).toBe(10);
});

test("a row that cannot be used is an issue with its place, the others are measured", () => {
  const items = tableContent(
    "Items",
    ["Item", "Cost", "ACV"],
    [
      ["a", 1, 10],
      ["", 1, 10],
      ["b", "dear", 10],
      ["", "", ""],
      ["a", 1, 10],
      ["c", "", ""],
    ],
  );
  const demand = demandOf(["a", 0, "many"], ["ghost", 0, 1], ["ghost", 1, 1], ["b", 1, 1]);
  const { items: measured, issues, rowCount } = measureItems(items, demand);
  expect(rowCount).toBe(6);
  expect(measured.map(({ row, item }) => [row, item])).toEqual([
    [0, "a"],
    [5, "c"],
  ]);
  expect(issues.map(({ table, row, column, message }) => `${table} ${row} ${column}: ${message}`)).toEqual([
    "Items 2 Item: Item must not be blank",
    'Items 3 Cost: Cost must be a number, got the text "dear"',
    'Demand 1 Qty: Qty must be a number, got the text "many"',
    "Items 5 Item: Item must stand in one row only, got a again",
    "Items 6 Cost: Cost must not be blank where ACV is blank",
    "Demand 2 Item: Item must be in the table Items, got ghost",
  ]);
});

test("a mistake in a column the classes do not use is no reason to leave a row out", () => {
  const items = tableContent("Items", ["Item", "ACV", "LeadTime"], [["a", 10, "soon"]]);
  expect(measureItems(items, undefined)).toMatchObject({ items: [{ item: "a", value: 10 }], issues: [] });
});
