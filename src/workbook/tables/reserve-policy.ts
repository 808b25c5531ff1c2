import { defineTable, oneOf, plain, share, words } from "./define-table";

export const reservePolicyTable = defineTable({
  name: "ReservePolicy",
  summary: "One row a tier of the reserve: from this many months on, this part of the value.",
  columns: {
    Type: words("Material type or family; blank for all", { key: true, required: false }),
    Measure: oneOf("What the months count", ["cover", "age", "lastissue"], { key: true }),
    Months: plain("Months from which the tier holds", "months", { key: true, min: 0 }),
    Percent: share("Part of the value that is reserved", { required: true }),
  },
});
