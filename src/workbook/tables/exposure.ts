import { code, date, defineTable, money, plain, units } from "./define-table";

export const exposureTable = defineTable({
  name: "Exposure",
  summary:
    "One row a quarter end, item and location: stock left if nothing more comes and demand is as forecast, and the reserve it will then need. Written by reserve.",
  columns: {
    Quarter: plain("0 is the cut-off, 1 to 4 the quarters after it", "quarters", {
      key: true,
      required: true,
    }),
    Date: date("End of the quarter"),
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    Qty: units("Own units left", { required: true }),
    Value: money("At the cost of the layers left", "money", { required: true }),
    ExcessQty: units("Units above twelve months of forecast from then"),
    ExcessValue: money("Those at cost", "money"),
    Reserve: money("Reserve by the policy", "money"),
    Risk: plain("Obsolescence risk, 0 to 100", "points", { format: "0" }),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
