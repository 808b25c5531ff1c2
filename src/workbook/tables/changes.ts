import { code, date, defineTable, oneOf } from "./define-table";

export const changesTable = defineTable({
  name: "Changes",
  summary: "One row an engineering change and the item it touches.",
  columns: {
    ECO: code("Number of the change", { key: true }),
    Item: code("Item it touches", { key: true }),
    Effective: date("Day it takes effect"),
    Kind: oneOf("What it does to the item", ["replace", "remove", "rework", "add"]),
    Successor: code("Item that takes its place"),
    Announced: date("Day it became known"),
  },
});
