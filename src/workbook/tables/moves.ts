import { code, days, defineTable, moment, money, oneOf, units, words } from "./define-table";

export const movesTable = defineTable({
  name: "Moves",
  summary:
    "One row a proposed move between two sites, the most worthwhile first. What you accepted counts as on its way until it is done; what you rejected is not proposed again.",
  columns: {
    Item: code("Item code", { key: true }),
    From: code("Site that can spare it", { key: true }),
    To: code("Site that needs it", { key: true }),
    Qty: units("Quantity to move"),
    Value: money("Worth at cost", "money"),
    Freight: money("Freight, and what a move costs besides", "money"),
    Avoided: money("Write-down avoided: units beyond what the source will use", "money"),
    Margin: money("Margin that would be lost while the sink is short", "money"),
    Benefit: money("Avoided and margin, less freight", "money", { min: undefined }),
    LeadTime: days("Time the move takes"),
    SourceAfter: units("What is left at the source", { min: undefined }),
    SourceROP: units("Its reorder point: a move never goes below it"),
    SinkBefore: units("Position of the sink before the move", { min: undefined }),
    SinkAfter: units("Position of the sink after all moves to it", { min: undefined }),
    Reason: words("Why, in a sentence"),
    Status: oneOf("Proposed until somebody decides; done when Stock shows it", [
      "proposed",
      "accepted",
      "rejected",
      "done",
    ]),
    RunId: code("Run that wrote the row, as in Runs"),
    By: words("Who decided"),
    At: moment("When"),
  },
});
