import { code, date, days, defineTable, money, oneOf, plain, units } from "./define-table";

const signed = { min: undefined } as const;

export const lastBuyChoices = ["last-time buy", "redesign", "run out"] as const;

export const eolPlanTable = defineTable({
  name: "EOLPlan",
  summary:
    "One row an item at the end of its life: last-time buy against redesign and running out, and how its stock meets its dates. Written by end-of-life.",
  columns: {
    Item: code("Item code", { key: true }),
    Mean: units("Expected demand a month"),
    Sd: units("Standard deviation of monthly demand"),
    Months: plain("Months that the last buy covers", "months"),
    OnHand: units("Available units, the vendor's among them", signed),
    OnOrder: units("Units on open orders"),
    Buy: units("Last-time buy above what is there and on order, unrounded"),
    BuyCost: money("Purchase of it", "money"),
    StorageCost: money("Storage until it is used", "money"),
    LeftOver: units("Units expected to be left at the end"),
    ScrapCost: money("Cost of those less what they bring", "money", signed),
    ShortCost: money("Margin lost on units expected to be missing", "money"),
    LastBuyTotal: money("Last-time buy in all", "money", signed),
    RedesignTotal: money("Redesign, and scrapping what is there", "money", signed),
    RunOutTotal: money("Margin lost where nothing is bought", "money", signed),
    Best: oneOf("Cheapest way", lastBuyChoices),
    RunOut: date("Day on which stock runs out at forecast"),
    LastOrderLeft: units("Units left on the day of the last order"),
    SellOffLeft: units("Units left on the day by which the rest is to be sold"),
    SellOffValue: money("Those at cost", "money"),
    LastShipLeft: units("Units left on the last day of shipment"),
    LastShipValue: money("Those at cost", "money"),
    Successor: code("Item that replaces it"),
    Launch: date("First day of sale of the successor"),
    Stranded: money(
      "Cost of what the successor's launch strands, less what it still brings",
      "money",
      signed,
    ),
    GapDays: days("Days between running out and the launch"),
    GapCost: money("Margin lost in the gap", "money", signed),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const eolRunOutTable = defineTable({
  name: "EOLRunOut",
  summary: "One row an item and month: how stock at the end of life runs out. Written by end-of-life.",
  columns: {
    Item: code("Item code", { key: true }),
    Month: date("Month end", { key: true }),
    Demand: units("Expected demand of the month"),
    Sales: units("Units sold of stock and open orders"),
    Residual: units("Units left", { required: true }),
    Price: money("Price asked", "money per unit"),
    ValueAtCost: money("Units left at cost", "money"),
    ValueAtPrice: money("Units left at that price", "money"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const eolSlipTable = defineTable({
  name: "EOLSlip",
  summary:
    "One row an item and slip of its successor's launch, in weeks, early and late: what is stranded, what is missed, and what a week costs. Written by end-of-life.",
  columns: {
    Item: code("Item code", { key: true }),
    Slip: plain("Weeks later; negative earlier", "weeks", { key: true, required: true }),
    Launch: date("Launch, or end of the sell-off where the successor is on sale, with that slip"),
    Left: units("Units left on that day"),
    Stranded: money("Their cost less what they still bring", "money", signed),
    GapDays: days("Days between running out and that launch"),
    GapCost: money("Margin lost in the gap", "money", signed),
    Total: money("Stranded and gap", "money", signed),
    PerWeek: money("Change of the total by each week of the slip", "money per week", signed),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
