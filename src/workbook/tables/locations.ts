import { code, defineTable, money, oneOf, share, units, words } from "./define-table";

export const locationsTable = defineTable({
  name: "Locations",
  summary: "One row a place that holds or supplies stock.",
  columns: {
    Location: code("Location code", { key: true }),
    Name: words("Name"),
    Type: oneOf("Kind of place", ["supplier", "plant", "DC", "store"]),
    Region: words("Region"),
    BU: words("Business unit"),
    Calendar: words("Working calendar"),
    Currency: code("Currency of its books; blank for the company's"),
    Capacity: units("Most it can hold, all items together; blank for no limit"),
    Autonomy: money("Money in stock that the bounds of this site may add without asking", "money"),
    CSL: share("Cycle service level its safety stock is placed for in a network; blank for that of the run", {
      min: 0.5,
      max: 0.999999,
    }),
    Output: units("Most it makes or sends out in a month, all items together; blank for no limit"),
  },
});
