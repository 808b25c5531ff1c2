import { code, days, defineTable, money, oneOf, units, words } from "./define-table";

export const lanesTable = defineTable({
  name: "Lanes",
  summary: "One row a way goods travel between two places, for all items or for one.",
  columns: {
    From: code("Where it starts: a location or supplier", { key: true }),
    To: code("Where it ends", { key: true }),
    Item: code("Item code; blank where the lane is for all items", { key: true, required: false }),
    LeadTime: days("Transit or replenishment time, calendar days"),
    LTsd: days("Standard deviation of that time"),
    Cost: money("Freight", "money per unit"),
    MOQ: units("Smallest shipment"),
    Multiple: units("Shipments are a multiple of it"),
    Capacity: units("Most the lane carries in a month; blank for no limit"),
    Use: oneOf("Regular supply, or moves between sites in need; blank for supply", ["supply", "lateral"]),
    Mode: oneOf("How it travels", ["road", "rail", "sea", "air", "parcel"]),
    DaysOpen: words("Days on which it runs, such as Mon Thu; blank for every working day"),
  },
});
