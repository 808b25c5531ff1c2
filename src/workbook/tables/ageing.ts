import { code, date, days, defineTable, money, oneOf, units, words } from "./define-table";

export const ageingTable = defineTable({
  name: "Ageing",
  summary:
    "One row an item, location, way of ageing and bucket with stock: by receipt layer and by last issue, side by side. Each way adds up to stock on hand and its value. Written by age-stock.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    Basis: oneOf("Aged by receipt layer, or by last issue", ["receipt", "issue"], { key: true }),
    Bucket: words("Bucket of ages in days, such as 91-180", { key: true, required: true }),
    From: days("Lowest age of the bucket"),
    Qty: units("Units", { required: true }),
    Value: money("At cost, to the cent", "money", { required: true, min: undefined }),
    AsOf: date("Cut-off"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
