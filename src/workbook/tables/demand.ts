import { code, date, defineTable, oneOf, share, units } from "./define-table";

export const demandTable = defineTable({
  name: "Demand",
  summary:
    "One row an item, location and date: what was asked for. Orders by requested date are better than shipments.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only"),
    Date: date("Requested date, or the first day of the bucket", { key: true }),
    Qty: units("Quantity; returns negative", { required: true, min: undefined }),
    Customer: code("Customer code"),
    InStock: share("Share of the period in which the item could be delivered"),
    Type: oneOf("Where the quantity comes from", ["order", "ship", "POS"]),
  },
});
