import { code, date, defineTable, money, oneOf, units } from "./define-table";

export const flowPlanTable = defineTable({
  name: "FlowPlan",
  summary: "One row a shipment between two places in a week or month. Written anew by each run.",
  columns: {
    Item: code("Item code", { key: true }),
    From: code("Where it starts: a location or supplier", { key: true }),
    To: code("Where it ends", { key: true }),
    Date: date("First day of the period in which it leaves", { key: true }),
    Qty: units("Quantity to ship"),
    Arrives: date("First day of the period in which it is there"),
    Cost: money("Freight", "money"),
    Limit: oneOf("Filled where the lane carries no more of the item in that period", ["capacity"]),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
