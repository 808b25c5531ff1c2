import { code, date, defineTable, money } from "./define-table";

export const standardCostsTable = defineTable({
  name: "StandardCosts",
  summary: "One row an item and the day from which a standard cost holds; without rows Items[StdCost] holds.",
  columns: {
    Item: code("Item code", { key: true }),
    From: date("First day of this standard", { key: true }),
    StdCost: money("Standard cost", "money per unit", { required: true }),
  },
});
