import { code, date, defineTable, flag, money, oneOf, share, units } from "./define-table";

export const flowCapacityTable = defineTable({
  name: "FlowCapacity",
  summary:
    "One row a capacity in a week or month of the flow plan: how much of it is used and what more of it would save. Written anew by each run.",
  columns: {
    Kind: oneOf(
      "What is limited: Lanes[Capacity], Locations[Output] or Locations[Capacity]",
      ["lane", "output", "storage"],
      { key: true },
    ),
    From: code("Where the lane starts, or the place", { key: true }),
    To: code("Where the lane ends; blank for a place", { key: true, required: false }),
    Item: code("Item code; blank where all items share it", { key: true, required: false }),
    Date: date("First day of the period", { key: true }),
    Capacity: units("Most that leaves in the period, or is held at its end"),
    Used: units("What the plan uses of it"),
    UsedShare: share("Used as part of Capacity", { max: Number.MAX_VALUE }),
    Worth: money(
      "What a unit more would save in the period, at most, with lots as planned; blank where everything goes in lots, or the solver does not tell",
      "money per unit",
    ),
    Parted: flag("TRUE where too many items share it to be planned together: each has a part by its need"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
