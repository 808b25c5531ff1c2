import { code, defineTable, money, words } from "./define-table";

export const segmentHistoryTable = defineTable({
  name: "SegmentHistory",
  summary:
    "One row a quarter and item: the class before and after. Rows are added, never changed; eight quarters at least stay.",
  columns: {
    Quarter: words("Quarter such as 2026-Q1", { key: true }),
    Item: code("Item code", { key: true }),
    Old: words("Segment before, such as BX; blank where there was none"),
    New: words("Segment after"),
    Value: money("Annual consumption value it was judged by", "money per year"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
