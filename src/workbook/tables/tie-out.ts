import { code, date, defineTable, money, oneOf, plain, words } from "./define-table";

export const closingSteps = [
  "cut-off",
  "ledger",
  "layers",
  "ageing",
  "nrv",
  "reserve",
  "journal",
  "pack",
] as const;

const signed = { min: undefined } as const;

export const tieOutTable = defineTable({
  name: "TieOut",
  summary:
    "One row two figures of the month end that must agree, and the document that explains it where they do not. Written by the jobs of the month end, each its own steps.",
  columns: {
    Step: oneOf("Step of the month end", closingSteps, { key: true }),
    Line: words("What is compared", { key: true, required: true }),
    Item: code("Item code, where it is about one", { key: true, required: false }),
    Location: code("Location code, where it is about one", { key: true, required: false }),
    Document: code("Document that explains the difference", { key: true, required: false }),
    AsOf: date("Cut-off"),
    Ours: plain("Our figure", "money or units", { format: "#,##0.00" }),
    Theirs: plain("The figure it must agree with", "money or units", { format: "#,##0.00" }),
    Difference: money("Ours less theirs", "money or units", signed),
    State: oneOf("ties; explained by its document; differs", ["ties", "explained", "differs"]),
    Class: words(
      "Kind of difference: timing, late invoice, price, consignment, quantity, negative stock ...",
    ),
    Note: words("In a sentence"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
