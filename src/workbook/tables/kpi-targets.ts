import { code, date, defineTable, money, oneOf, plain, words } from "./define-table";
import { kpiDimensions } from "./kpi";

export const kpiTargetsTable = defineTable({
  name: "KPITargets",
  summary:
    "One row a unit and month end: the stock that the policies entitle to, and the way there, no faster than excess burns at forecast. Written by kpis.",
  columns: {
    Dimension: oneOf("What Unit names", kpiDimensions, { key: true }),
    Unit: code("Business unit, location or family; blank for all", { key: true, required: false }),
    Month: date("Month end; the first row of a unit is today", { key: true }),
    Stock: money("Stock on the way, at cost", "money", { required: true }),
    Entitled: money("Cycle stock, safety stock and pipeline of the policies, at cost", "money"),
    Cycle: money("Half a lot, at cost", "money"),
    Safety: money("Safety stock, at cost", "money"),
    Pipeline: money("Demand over the lead time, at cost", "money"),
    Excess: money("Stock above what is entitled that is left then, at cost", "money"),
    Turns: plain("Turns a year at that stock and the cost of sales of today", "turns a year", {
      format: "0.00",
    }),
    DOS: plain("Days of supply at that stock", "days", { format: "0.0" }),
    Asked: money("Stock that KPIDefs[Target] asks for, at cost", "money"),
    Verdict: words("Whether what is asked can be reached, and when"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
