import { code, date, defineTable, money, units } from "./define-table";

export const openOrdersTable = defineTable({
  name: "OpenOrders",
  summary: "One row a line of a customer order that is not yet shipped in full.",
  columns: {
    SO: code("Sales order", { key: true }),
    Line: code("Line of the order", { key: true }),
    Item: code("Item code", { required: true }),
    Location: code("Where it ships from; blank where there is one place only"),
    Customer: code("Customer code"),
    Requested: date("Day the customer asked for"),
    Qty: units("Ordered quantity", { required: true }),
    Shipped: units("Shipped so far"),
    Price: money("Sales price", "money per unit"),
  },
});
