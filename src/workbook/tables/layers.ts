import { code, date, days, defineTable, money, units } from "./define-table";

export const layersTable = defineTable({
  name: "Layers",
  summary: "One row a cost layer that is left: units of one receipt at one place. Written by value-stock.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    Date: date("Day of the receipt; a transfer keeps it", { key: true }),
    Ref: code("Document of the receipt", { key: true, required: false }),
    Qty: units("Units left", { required: true }),
    UnitCost: money("Cost with late invoices", "money per unit", { required: true, format: "#,##0.0000" }),
    Value: money("Units at that cost, to the cent", "money", { required: true }),
    Age: days("Days from the receipt to the cut-off"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
