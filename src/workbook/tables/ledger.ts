import { code, date, defineTable, money, words } from "./define-table";

export const ledgerTable = defineTable({
  name: "Ledger",
  summary:
    "One row a posting to the stock accounts of the general ledger, or a balance carried forward, which has no Ref.",
  columns: {
    Posting: code("Number of the posting", { key: true }),
    Date: date("Posting date", { required: true }),
    Account: code("Stock account"),
    Item: code("Item code, where the ledger knows it"),
    Location: code("Location code; blank where the account is for all"),
    Ref: code("Document it belongs to, as in Transactions; blank for a balance carried forward"),
    Amount: money("Debit positive, credit negative, company currency", "money", {
      required: true,
      min: undefined,
    }),
    Text: words("Posting text"),
  },
});
