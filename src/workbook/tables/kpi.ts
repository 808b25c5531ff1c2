import { code, date, defineTable, plain, words } from "./define-table";

export const kpiTable = defineTable({
  name: "KPI",
  summary: "One row a KPI, unit and date: what it was.",
  columns: {
    KPI: code("Name of the KPI, as in KPIDefs", { key: true }),
    Unit: code("Business unit, location or family; blank for all", { key: true, required: false }),
    Date: date("End of the period", { key: true }),
    Value: plain("Its value", "as the KPI"),
    Basis: words("Definition it was computed by"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
