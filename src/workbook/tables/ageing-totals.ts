import { code, date, days, defineTable, money, units, words } from "./define-table";

export const ageingTotalsTable = defineTable({
  name: "AgeingTotals",
  summary:
    "One row a bucket of ages: what all items in it are worth, by receipt and by last issue. Sums of Ageing, for charts. Written by age-stock.",
  columns: {
    Bucket: words("Bucket of ages in days, such as 91-180", { key: true }),
    From: days("Lowest age of the bucket"),
    ByReceipt: money("At cost, by receipt layer", "money", { min: undefined }),
    ByLastIssue: money("At cost, by last issue", "money", { min: undefined }),
    UnitsByReceipt: units("Units, by receipt layer"),
    UnitsByLastIssue: units("Units, by last issue"),
    AsOf: date("Cut-off"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
