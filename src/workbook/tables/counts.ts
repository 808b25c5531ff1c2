import { code, date, defineTable, oneOf, units } from "./define-table";

export const countsTable = defineTable({
  name: "Counts",
  summary: "One row a record that was counted: what the books said and what was there.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    Lot: code("Lot", { key: true, required: false }),
    Date: date("Day of the count", { key: true }),
    Book: units("Units on record when counted", { required: true, min: undefined }),
    Counted: units("Units found; blank where not counted yet"),
    Status: oneOf("State", ["planned", "counted", "recount", "approved", "posted"]),
  },
});
