import { code, date, defineTable, money, oneOf, units, words } from "./define-table";

export const nrvTestTable = defineTable({
  name: "NRVTest",
  summary:
    "One row an item, and one more for its units under contract: lower of cost and net realisable value, item by item. Written by test-nrv.",
  columns: {
    Item: code("Item code", { key: true }),
    Part: oneOf("All units, those under contract, or the rest", ["all", "contract", "general"], {
      key: true,
    }),
    AsOf: date("Cut-off"),
    Standard: oneOf("Rule for a value that recovers", ["IAS2", "ASC330"]),
    Qty: units("Own units", { required: true }),
    UnitCost: money("Cost", "money per unit", { format: "#,##0.0000" }),
    Cost: money("Units at cost", "money", { required: true, min: undefined }),
    NRV: money("Net realisable value", "money per unit", { min: undefined }),
    Needed: money("Write-down needed in all", "money"),
    Prior: money("Write-down booked before", "money"),
    WriteDown: money("To be expensed now", "money"),
    Reversal: money("To be taken back now, at most Prior", "money"),
    Carrying: money("Value afterwards", "money", { min: undefined }),
    Evidence: words("Where the price comes from"),
    Note: words("What to know about it"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
