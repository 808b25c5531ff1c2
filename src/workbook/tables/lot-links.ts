import { code, defineTable, units } from "./define-table";

export const lotLinksTable = defineTable({
  name: "LotLinks",
  summary: "One row a lot that went into another.",
  columns: {
    Parent: code("Lot that was made", { key: true }),
    Child: code("Lot that went into it", { key: true }),
    Qty: units("Quantity used"),
    Order: code("Production or work order"),
  },
});
