import { narrowed } from "../../src/analyses/narrowed-schema";
import { missingTables, tableStatuses } from "../../src/analyses/table-status";
import { itemsTable, readRows, tables } from "../../src/workbook/tables";
import { tableContent } from "./table-content";

test("known tables are told in the order of the schemas, with rows that can be used and issues", () => {
  const statuses = tableStatuses([
    tableContent("Sales", ["Whatever"], [["x"]]),
    tableContent("demand", ["Item", "Date", "Qty"], [["a", 45_306, "lots"]]),
    tableContent("Items", ["Item"], [["a"], ["b"]]),
  ]);
  expect(statuses.map(({ schema, usable, issues }) => [schema.name, usable, issues.length])).toEqual([
    ["Items", 2, 0],
    ["Demand", 0, 1],
  ]);
  expect(missingTables(statuses).map(({ name }) => name)).toEqual(
    tables.map(({ name }) => name).filter((name) => name !== "Items" && name !== "Demand"),
  );
});

test("a narrowed schema reads its own columns only", () => {
  const schema = narrowed(itemsTable, ["Item", "ACV"]);
  const { rows, issues } = readRows(schema, ["Item", "ACV", "Cost"], [["a", 1, "dear"]]);
  expect(rows).toEqual([{ Item: "a", ACV: 1 }]);
  expect(issues).toEqual([]);
});
