import { code, date, days, defineTable, money, oneOf, plain, units } from "./define-table";

export const stockStatuses = ["Active", "Slow", "Excess", "Obsolete", "New", "No stock"] as const;

export const stockStatusTable = defineTable({
  name: "StockStatus",
  summary:
    "One row an item and location: how old, how long it lasts, and what it is: active, slow, excess, obsolete, new. Written by age-stock.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    AsOf: date("Cut-off"),
    Status: oneOf("The gravest that applies", stockStatuses, { required: true }),
    Qty: units("Own units on hand", { required: true }),
    Value: money("At cost", "money", { required: true, min: undefined }),
    VendorQty: units("Units the vendor owns: in no bucket and no reserve", { min: undefined }),
    OldestDays: days("Age of the oldest layer"),
    MeanDays: days("Age of the layers, weighted by quantity"),
    IdleDays: days("Days since the last issue; blank where there was none"),
    Forecast12: units("Units forecast for twelve months, or issued where there is no forecast"),
    Cover: plain("Months that stock lasts; 999 where nothing is forecast", "months", { min: 0 }),
    ExcessQty: units("Its share of the units above twelve months of forecast"),
    ExcessValue: money("Those at cost", "money"),
    Trend: plain("Change of demand a year as a fraction", "fraction", { format: "0.0%" }),
    Risk: plain("Obsolescence risk, 0 to 100", "points", { min: 0, max: 100, format: "0" }),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
