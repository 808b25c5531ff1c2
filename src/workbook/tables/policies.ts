import { code, days, defineTable, oneOf, share, units, words } from "./define-table";

export const policiesTable = defineTable({
  name: "Policies",
  summary: "One row a segment, or an item and location: target and replenishment parameters.",
  columns: {
    Segment: words("Segment such as AX; blank where the row is for an item"),
    Item: code("Item code; blank where the row is for a segment"),
    Location: code("Location code"),
    TargetType: oneOf("CSL cycle service level, FILL unit fill rate", ["CSL", "FILL"]),
    Target: share("Service target"),
    Policy: oneOf("(s,Q), (s,S), (R,S) or (R,s,S)", ["sQ", "sS", "RS", "RsS"]),
    ROP: units("Reorder point"),
    SS: units("Safety stock"),
    Lot: units("Order quantity"),
    Max: units("Order-up-to level"),
    Review: days("Review interval"),
    LocalMin: units("Lowest safety stock the site accepts"),
    LocalMax: units("Highest safety stock the site accepts"),
    Owner: words("Who decides"),
  },
});
