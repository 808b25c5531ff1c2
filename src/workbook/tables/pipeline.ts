import { code, date, defineTable, money, oneOf, plain, share, units, words } from "./define-table";

export const pipelineTable = defineTable({
  name: "Pipeline",
  summary:
    "One row an item, place and month: what is expected to arrive and what is left. Written anew by each run.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Month: date("First day of the month", { key: true }),
    Opening: units("Stock at its start", { min: undefined }),
    Arrivals: units("What arrives by the day that is met half of the time (P50)"),
    Demand: units("Expected demand"),
    Closing: units("Stock at its end; below 0 is a shortage", { min: undefined }),
    LateArrivals: units("What arrives if every order comes as late as one in five does (P80)"),
    LateClosing: units("Stock at its end in that case", { min: undefined }),
    SS: units("Safety stock in force"),
    State: oneOf("As closing stock stands to 0 and to safety stock", ["ok", "below safety stock", "short"]),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const arrivalsTable = defineTable({
  name: "Arrivals",
  summary:
    "One row an open purchase order line: when it arrives, and what its being late would cost. The riskiest first.",
  columns: {
    PO: code("Purchase order", { key: true }),
    Line: code("Line of the order", { key: true }),
    Item: code("Item code", { required: true }),
    Location: code("Where it arrives"),
    Supplier: code("Supplier code"),
    Qty: units("Still to arrive"),
    Due: date("Promised day"),
    P50: date("Day by which half of such orders have arrived"),
    P80: date("Day by which four of five have arrived"),
    LateChance: share("Chance that it arrives after the promised day"),
    Gap: units("Demand that stays unserved between the promised day and P80"),
    GapCost: money("Margin of that demand", "money"),
    Risk: money("Chance of being late times the cost of the gap", "money"),
    Rank: plain("1 is the order to call about first", "rank", { min: 1 }),
    Basis: words("What the days rest on"),
    RunId: code("Run that wrote the row, as in Runs"),
    Stage: oneOf("Where the goods are: dispatched, or still with the supplier", [
      "under way",
      "with supplier",
    ]),
  },
});
