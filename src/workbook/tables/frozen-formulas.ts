import { code, defineTable, oneOf, words } from "./define-table";

export const frozenFormulasTable = defineTable({
  name: "FrozenFormulas",
  summary:
    "One row a formula that Freeze for sharing replaced by its value. Unfreeze puts it back where the value is still the frozen one.",
  columns: {
    Sheet: code("Sheet of the formula", { key: true }),
    Cell: code("Cell of the formula, such as B7", { key: true }),
    Formula: code("The formula as typed", { required: true }),
    Area: code("Cells that its answer covered, such as B7:C19", { required: true }),
    Hash: code("SHA-256 of the values in the area: other values have another hash", { required: true }),
    Reason: words("Why it was frozen"),
    State: oneOf("Where it stands", ["frozen", "restored", "changed"], { required: true }),
    Note: words("What keeps it from being restored"),
  },
});
