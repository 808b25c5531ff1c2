import { code, date, defineTable, oneOf, units } from "./define-table";

/** What Signals can tell; several rows of one source in a week are added up, channel stock apart. */
export const signalSources = ["POS", "shipments", "channel stock", "leading"] as const;

export const signalsTable = defineTable({
  name: "Signals",
  summary:
    "One row an item, place, day or week and source: what is known sooner than demand, such as sales of the trade.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code as in Demand; blank where it speaks of the item at all of them", {
      key: true,
      required: false,
    }),
    Date: date("The day, or the first day of the week", { key: true }),
    Source: oneOf(
      "POS: what the trade sold. shipments: what it was sent. channel stock: what it holds at the end of that week. leading: anything that runs ahead of demand",
      signalSources,
      { key: true },
    ),
    Qty: units("Quantity, in units of its own", { required: true }),
  },
});
