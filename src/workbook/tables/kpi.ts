import { code, date, defineTable, oneOf, plain, words } from "./define-table";

export const kpiDimensions = ["total", "BU", "location", "family"] as const;

export const kpiTable = defineTable({
  name: "KPI",
  summary:
    "One row a KPI, unit and date, with what makes the number: basis, averaging and currency date. Rows of other dates stay. Written by kpis.",
  columns: {
    KPI: code("Name of the KPI, as in KPIDefs", { key: true }),
    Dimension: oneOf("What Unit names", kpiDimensions),
    Unit: code("Business unit, location or family; blank for all", { key: true, required: false }),
    Date: date("End of the period", { key: true }),
    Value: plain("Its value; blank where it cannot be said, and Basis tells why", "as the KPI", {
      format: "#,##0.00##",
    }),
    Measure: words("Unit of the value, such as days or turns a year"),
    Peers: plain("Median of the units of the same dimension", "as the KPI", { format: "#,##0.00##" }),
    Basis: words("Definition it was computed by"),
    Averaging: words("Points that were averaged"),
    CurrencyDate: words("Rate used for other currencies"),
    Owner: words("Who answers for it"),
    CounterMetric: code("KPI that would suffer if this one were gamed"),
    Flag: words("What looks like gaming, in a sentence; blank where nothing does"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
