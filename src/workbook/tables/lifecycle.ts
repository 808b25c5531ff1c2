import { code, date, defineTable, money, plain } from "./define-table";

export const lifecycleTable = defineTable({
  name: "Lifecycle",
  summary: "One row an item with dates of its life: launch, last order, last shipment, end of the sell-off.",
  columns: {
    Item: code("Item code", { key: true }),
    Launch: date("First day of sale"),
    LastOrder: date("Last day on which the supplier takes an order"),
    LastShip: date("Last day on which customers are served"),
    SellOff: date("Day by which the rest is to be sold"),
    Successor: code("Item that replaces it"),
    Factor: plain("Units of the successor that replace one unit", "units per unit", { min: 0 }),
    Storage: money("Cost of keeping a unit for a year", "money per unit and year"),
    Salvage: money(
      "What a unit left at the end still brings; negative where scrapping costs",
      "money per unit",
      {
        min: undefined,
      },
    ),
    Redesign: money("Cost of a redesign that ends the need", "money"),
    MonthsNeeded: plain("Months of service after the last order", "months", { min: 0 }),
  },
});
