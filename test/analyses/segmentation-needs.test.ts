import { segmentationNeeds } from "../../src/analyses/segmentation-needs";
import { tableContent } from "./table-content";

const items = (...columns: string[]) => tableContent("Items", columns, []);
const demand = (...columns: string[]) => tableContent("Demand", columns, []);
const told = (...tables: ReturnType<typeof items>[]) =>
  segmentationNeeds(tables).map(
    ({ table, columns, blocking }) => `${table}[${columns.join(",")}]${blocking ? "!" : ""}`,
  );

test("an empty workbook needs Items first; Demand can wait", () => {
  expect(told()).toEqual(["Items[]!", "Demand[]"]);
});

test("Items with ACV or with Cost, and Demand: nothing is missing", () => {
  expect(told(items("Item", "ACV"), demand("Item", "Date", "Qty"))).toEqual([]);
  expect(told(items("Item", "Cost"), demand("Item", "Date", "Qty"))).toEqual([]);
});

test("names in other capitals and with spaces around count", () => {
  expect(told({ ...items(" item ", "acv"), name: "ITEMS" }, demand("ITEM", "date", "Qty "))).toEqual([]);
});

test("Cost alone does not tell the value without Demand", () => {
  expect(told(items("Item", "Cost"))).toEqual(["Items[ACV]", "Demand[]"]);
});

test("columns that are missing are named, those without which nothing can be shown as such", () => {
  expect(told(items("Code"), demand("Item", "When"))).toEqual([
    "Items[Item]!",
    "Items[Cost,ACV]",
    "Demand[Date,Qty]!",
  ]);
});
