import { code, date, defineTable, oneOf, plain, units, words } from "./define-table";

export const disposalsTable = defineTable({
  name: "Disposals",
  summary: "One row a disposal: what left, how, and what proves it.",
  columns: {
    Id: code("Number of the disposal", { key: true }),
    Item: code("Item code", { required: true }),
    Lot: code("Lot"),
    Location: code("Where it lay"),
    Qty: units("Quantity", { required: true }),
    Weight: plain("Weight", "kg", { min: 0 }),
    Hazard: words("Hazard class; blank for none"),
    Route: oneOf("Where it goes", ["discount", "return", "rework", "scrap", "donate"]),
    Certificate: code("Number of the certificate of destruction"),
    Ref: code("Stock movement that took it out"),
    Date: date("Day it left"),
    Preparer: words("Who prepared it"),
    Approver: words("Who approved it"),
    Status: oneOf("State", ["proposed", "approved", "closed"]),
  },
});
