import { code, defineTable, oneOf, units, words } from "./define-table";

export const exportParamsTable = defineTable({
  name: "Export_Params",
  summary:
    "One row a parameter that changes: what to type or load into the ERP. What stays as it is stands in no row.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Field: oneOf("Reorder point, safety stock, lot or order-up-to level", ["ROP", "SS", "Lot", "Max"], {
      key: true,
    }),
    Old: units("Value in force; blank where there was none"),
    New: units("Value to load, rounded up to whole units"),
    Reason: words("Why it changes"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
