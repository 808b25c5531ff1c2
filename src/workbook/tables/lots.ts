import { code, date, defineTable, oneOf } from "./define-table";

export const lotsTable = defineTable({
  name: "Lots",
  summary: "One row a lot of an item.",
  columns: {
    Item: code("Item code", { key: true }),
    Lot: code("Lot number", { key: true }),
    Made: date("Day it was made"),
    Expires: date("Last day it may be used"),
    Supplier: code("Supplier code"),
    Status: oneOf("Only usable lots are available", ["usable", "blocked", "quality", "recalled"]),
  },
});
