import { code, defineTable, money, oneOf, plain, words } from "./define-table";

export const segmentHistoryTable = defineTable({
  name: "SegmentHistory",
  summary:
    "One row a quarter and item: the class before and after, and what it was judged by. Rows are added, a second run renews those of its quarter; all quarters stay.",
  columns: {
    Quarter: words("Quarter such as 2026-Q1", { key: true }),
    Item: code("Item code", { key: true }),
    Old: words("Segment before, such as BX; blank where there was none"),
    New: words("Segment after"),
    Value: money("Annual consumption value it was judged by", "money per year"),
    RunId: code("Run that wrote the row, as in Runs"),
    CV: plain("Coefficient of variation of monthly demand it was judged by", "ratio", { min: 0 }),
    Months: plain("Months of demand it was judged by", "months", { min: 0 }),
    Held: words("Why it kept its class whatever its numbers are; blank where it was classed"),
    MinABC: oneOf("Class it had to have at least", ["A", "B", "C"]),
  },
});
