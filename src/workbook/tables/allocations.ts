import { code, date, defineTable, oneOf, plain, share, units, words } from "./define-table";

export const allocationsTable = defineTable({
  name: "Allocations",
  summary:
    "One row an open order line of an item that is short: what it gets, and by which rule. Written anew by each run.",
  columns: {
    SO: code("Sales order", { key: true }),
    Line: code("Line of the order", { key: true }),
    Item: code("Item code", { required: true }),
    Location: code("Where it ships from"),
    Customer: code("Customer code"),
    Priority: plain("Rank of the customer, 1 first", "1-9", { min: 1, max: 9 }),
    Requested: date("Day the customer asked for"),
    Wanted: units("Still to be shipped"),
    Allocated: units("Quantity that is shipped now"),
    Short: units("Quantity that has to wait"),
    FillRatio: share("Part of the wanted quantity that is shipped"),
    Supply: units("Usable stock of the item there, for all its orders"),
    Reason: words("Why so much, in a sentence"),
    Rule: words("Method and rounding of the run"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const lettersTable = defineTable({
  name: "Letters",
  summary: "One row a customer who does not get everything: a text to send. Written anew by each run.",
  columns: {
    Customer: code("Customer code", { key: true }),
    Name: words("Name"),
    Lines: plain("Order lines that are short", "lines", { min: 0 }),
    Text: words("The letter"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const allocationRulesTable = defineTable({
  name: "AllocationRules",
  summary: "One row a change of the rule by which scarce stock is shared. Rows are added, never changed.",
  columns: {
    RunId: code("First run with the new rule", { key: true }),
    Method: oneOf("By priority, fairly or equally", ["PRIORITY", "FAIR", "EQUAL"]),
    Multiple: units("Quantities are multiples of it; blank for unrounded"),
    Before: words("Rule before it; blank for the first"),
    By: words("Who changed it"),
    Reason: words("Why"),
  },
});
