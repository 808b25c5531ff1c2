import { code, date, defineTable, moment, money, oneOf, share, units, words } from "./define-table";

export const triggersTable = defineTable({
  name: "Triggers",
  summary: "One row a reason to look at a safety stock again, with what it would change in stock and money.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Date: date("Day of the review", { key: true }),
    Kind: oneOf(
      "What moved: forecast error, lead time, or the proposal itself",
      ["forecast", "leadtime", "proposal"],
      { key: true },
    ),
    Finding: words("What was found, such as LONGER or BIAS"),
    Old: units("Safety stock in force"),
    New: units("Safety stock after dead-band and cap"),
    NewROP: units("Reorder point that goes with it", { min: undefined }),
    CSL: share("Cycle service level that the new safety stock gives"),
    FILL: share("Fill rate that the new safety stock gives"),
    Reason: words("Why, in a sentence"),
    Cash: money("Change of money in safety stock; negative frees cash", "money", { min: undefined }),
    Status: oneOf("Open until somebody decides", ["open", "approved", "ignored"]),
    By: words("Who approved or ignored it"),
    At: moment("When"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
