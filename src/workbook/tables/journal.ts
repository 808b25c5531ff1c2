import { code, date, defineTable, money, oneOf, plain, words } from "./define-table";

export const journalTable = defineTable({
  name: "Journal",
  summary:
    "One row a line of the month end's journal; debits and credits of an entry are equal. Rows of other month ends stay. Written by month-end.",
  columns: {
    Entry: code("Number of the entry", { key: true }),
    Line: plain("Line of the entry", "number", { key: true, required: true, min: 1 }),
    Date: date("Posting date", { required: true }),
    Account: code("Account", { required: true }),
    Location: code("Location code; blank for all"),
    Debit: money("Debit", "money"),
    Credit: money("Credit", "money"),
    Text: words("Posting text"),
    Basis: words("Table and rule it comes from"),
    Preparer: words("Who prepared it"),
    Approver: words("Who approved it, somebody else"),
    Status: oneOf("State", ["prepared", "approved", "posted"]),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
