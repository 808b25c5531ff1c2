import { code, date, defineTable, units } from "./define-table";

export const bomTable = defineTable({
  name: "BOM",
  summary: "One row a component of a parent item: where-used and phase-outs read it.",
  columns: {
    Parent: code("Item that is made", { key: true }),
    Component: code("Item that goes into it", { key: true }),
    Qty: units("Units of the component in one parent", { required: true }),
    From: date("First day of use; blank for always"),
    To: date("Last day of use; blank for open end"),
  },
});
