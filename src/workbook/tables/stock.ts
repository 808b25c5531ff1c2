import { code, date, defineTable, money, oneOf, units } from "./define-table";

export const stockTable = defineTable({
  name: "Stock",
  summary: "One row an item, location, lot, status and owner: what is there at a date.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true }),
    Lot: code("Lot; blank where lots are not kept"),
    Status: oneOf("Only usable stock is available", ["usable", "blocked", "quality", "transit"]),
    Owner: oneOf("Vendor-owned stock is available but not valued", ["own", "vendor"]),
    AsOf: date("Date of the stock"),
    Qty: units("Quantity; negative stock is kept as it is", { required: true, min: undefined }),
    Value: money("Value in company currency", "money", { min: undefined }),
  },
});
