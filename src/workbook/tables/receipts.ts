import { code, date, defineTable, money, units, words } from "./define-table";

export const receiptsTable = defineTable({
  name: "Receipts",
  summary:
    "One row a receipt of an order line, or an open order line; a line delivered in parts has a row for each part.",
  columns: {
    PO: code("Purchase order", { key: true }),
    Line: code("Line of the order", { key: true }),
    Item: code("Item code", { required: true }),
    Location: code("Where it arrives; blank where there is one place only"),
    Supplier: code("Supplier code"),
    Ordered: date("Day of the order"),
    Due: date("Promised day"),
    Dispatched: date("Day it left the supplier"),
    ETA: date("Expected day of arrival"),
    Received: date("Day it arrived; blank while it is open"),
    Qty: units("Ordered quantity of the line"),
    QtyReceived: units("Quantity of this receipt"),
    Cost: money("Price paid", "money per unit"),
    Status: words("Status in the ERP"),
    Leg: words("Leg of the journey, such as sea"),
  },
});
