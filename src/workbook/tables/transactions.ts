import { code, date, defineTable, money, oneOf, units, words } from "./define-table";

export const transactionsTable = defineTable({
  name: "Transactions",
  summary: "One row a stock movement, as booked: what came in and what went out.",
  columns: {
    TxnId: code("Number of the movement", { key: true }),
    Date: date("Day of the movement", { required: true }),
    Item: code("Item code", { required: true }),
    Location: code("Location code; blank where there is one place only"),
    Type: words(
      "Receipt, issue, return, transfer, invoice, adjustment, scrap, or a movement type such as 101, 301, 601",
    ),
    Qty: units("Quantity: in positive, out negative", { required: true, min: undefined }),
    Cost: money(
      "Unit cost of the movement; for an invoice that came after the goods (Qty 0) the money in all",
      "money per unit",
    ),
    Ref: code("Document it belongs to"),
    Lot: code("Lot"),
    User: words("Who booked it"),
    Owner: oneOf("Vendor-owned stock is moved, not valued; blank is own", ["own", "vendor"]),
    Currency: code("Currency of Cost; without this column the company's"),
  },
});
