import { code, days, defineTable, flag, money, oneOf, plain, words } from "./define-table";

export const itemsTable = defineTable({
  name: "Items",
  summary: "One row an item: master data, cost, classes.",
  columns: {
    Item: code("Item code", { key: true }),
    Desc: words("Description"),
    Family: words("Product family"),
    UoM: words("Base unit of measure"),
    Cost: money("Unit cost used for planning", "money per unit"),
    Price: money("Sales price", "money per unit"),
    StdCost: money("Standard cost", "money per unit"),
    ACV: money("Annual consumption value: twelve months' units times cost", "money per year"),
    ADI: plain("Average demand interval", "periods", { min: 1 }),
    Stage: words("Lifecycle stage"),
    ABC: words("Class by value, written by Segments"),
    XYZ: words("Class by variability, written by Segments"),
    LeadTime: days("Replenishment lead time, calendar days"),
    Substitute: code("Item that can take its place"),
    Criticality: oneOf("Vital, essential or desirable", ["V", "E", "D"]),
    SupplyRisk: plain("Supply risk, 1 low to 5 high", "1-5", { min: 1, max: 5 }),
    SingleSource: flag("Only one supplier"),
    Successor: code("Item that replaces it"),
    ShelfLife: days("Shelf life"),
    Hazard: words("Hazard class; blank for none"),
    Tracking: oneOf("Serial or lot tracked", ["Serial", "Lot", "None"]),
  },
});
