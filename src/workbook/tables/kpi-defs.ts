import { code, defineTable, oneOf, plain, words } from "./define-table";

export const kpiDefsTable = defineTable({
  name: "KPIDefs",
  summary: "One row a KPI: what it means, who owns it, and which one keeps it honest.",
  columns: {
    KPI: code("Name of the KPI", { key: true }),
    Owner: words("Who answers for it"),
    CounterMetric: code("KPI that would suffer if this one were gamed"),
    Basis: words("At cost or at price, own stock or all"),
    Averaging: words("Points that are averaged, such as 13 month ends"),
    CurrencyDate: words("Rate used for other currencies"),
    Better: oneOf("Which way is better", ["up", "down"]),
    Target: plain("Target", "as the KPI"),
  },
});
