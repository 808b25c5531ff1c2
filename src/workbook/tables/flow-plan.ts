import { code, date, defineTable, flag, money, oneOf, units, words } from "./define-table";

export const flowPlanTable = defineTable({
  name: "FlowPlan",
  summary:
    "One row a shipment between two places in a week or month. Written anew by each run, save for rows with Fixed.",
  columns: {
    Item: code("Item code", { key: true }),
    From: code("Where it starts: a location or supplier", { key: true }),
    To: code("Where it ends", { key: true }),
    Date: date("First day of the period in which it leaves", { key: true }),
    Qty: units("Quantity to ship"),
    Fixed: flag("Yours: TRUE keeps exactly this quantity in the next run, 0 for nothing"),
    Arrives: date("First day of the period in which it is there"),
    Cost: money("Freight", "money"),
    TransitCost: money("Carrying it while it is under way", "money"),
    Value: money("What it is worth at the cost of the item", "money"),
    Limit: oneOf("Filled where its lane, or the place it leaves, can send no more in that period", [
      "capacity",
    ]),
    Reason: words("What it is for at the place where it ends"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
