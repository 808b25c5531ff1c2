import { code, date, defineTable, money, share, units } from "./define-table";

export const flowStockTable = defineTable({
  name: "FlowStock",
  summary: "One row an item at a place in a week or month of the flow plan. Written anew by each run.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Place that is no supplier", { key: true }),
    Date: date("First day of the period", { key: true }),
    Demand: units("What customers want here; in the first period with what they are owed"),
    Receipts: units("Open purchase orders that arrive"),
    Arrivals: units("Shipments of the plan that arrive"),
    Shipped: units("Shipments of the plan that leave"),
    Stock: units("Stock at its end"),
    Waiting: units("What customers still wait for at its end"),
    Missing: units("What stock lacks of the safety stock at its end"),
    HoldingCost: money("Carrying the stock", "money"),
    WaitingCost: money(
      "Customers who wait; at the end of the plan it counts as if it lasted a year",
      "money",
    ),
    MissingCost: money("Safety stock that is missing, likewise", "money"),
    Gap: share("Share of its cost that another plan could save at most; 0 where none can"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
