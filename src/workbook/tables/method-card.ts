import { code, date, defineTable, words } from "./define-table";

export const methodCardTable = defineTable({
  name: "MethodCard",
  summary:
    "One row an aspect of how a month end was closed: rules with their paragraphs, parameters, version, hash of the input. Written by post-journal.",
  columns: {
    AsOf: date("Month end", { key: true }),
    Aspect: code("What it is about", { key: true }),
    Text: words("What was done"),
    Source: words("Paragraph of the standard, or table it stands in"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
