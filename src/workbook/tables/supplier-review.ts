import { code, days, defineTable, money, plain, share, units, words } from "./define-table";

export const supplierReviewTable = defineTable({
  name: "SupplierReview",
  summary:
    "One row a supplier and item, and one a supplier: lead times as delivered against those agreed, and what the gap costs in safety stock.",
  columns: {
    Supplier: code("Supplier code", { key: true }),
    Item: code("Item code; blank in the row of the whole supplier", { key: true, required: false }),
    Lines: plain("Order lines that have arrived", "lines", { min: 0, format: "0" }),
    First: days("Mean time to the first part of a line", { min: undefined }),
    Last: days("Mean time to its last part", { min: undefined }),
    ByQuantity: days("Mean time by quantity", { min: undefined }),
    Spread: days("Standard deviation of the lead time that counts"),
    P90: days("90% of the lines took no longer"),
    Agreed: days("Lead time agreed"),
    Gap: days("Lead time that counts less the one agreed; above 0 is late", { min: undefined }),
    Drift: words("Of the latest lines: LONGER than agreed, ERRATIC or OK; blank with too few"),
    OTIF: share("Lines on time and in full, of those due"),
    OnTime: share("Lines complete by the promised day, of those due"),
    InFull: share("Lines with the ordered quantity, of those due"),
    Due: plain("Order lines due by the day of the review", "lines", { min: 0, format: "0" }),
    LateUnits: units("Safety stock for arriving later than agreed on average", { min: undefined }),
    SpreadUnits: units("Safety stock for not arriving as regularly as a fixed time", { min: undefined }),
    LateValue: money("Money in stock for arriving later than agreed", "money", { min: undefined }),
    SpreadValue: money("Money in stock for irregular arrival", "money", { min: undefined }),
    GapValue: money("Money in stock that the gap to the agreement binds", "money", { min: undefined }),
    GapCost: money("What that costs in carrying", "money per year", { min: undefined }),
    Basis: words("What the numbers rest on"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
