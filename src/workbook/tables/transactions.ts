import { code, date, defineTable, money, units, words } from "./define-table";

export const transactionsTable = defineTable({
  name: "Transactions",
  summary: "One row a stock movement, as booked: what came in and what went out.",
  columns: {
    TxnId: code("Number of the movement", { key: true }),
    Date: date("Day of the movement", { required: true }),
    Item: code("Item code", { required: true }),
    Location: code("Location code; blank where there is one place only"),
    Type: words("Receipt, issue, return, adjustment, or a movement type such as 101 and 601"),
    Qty: units("Quantity: in positive, out negative", { required: true, min: undefined }),
    Cost: money("Unit cost of the movement", "money per unit"),
    Ref: code("Document it belongs to"),
    Lot: code("Lot"),
    User: words("Who booked it"),
  },
});
