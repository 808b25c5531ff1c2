import { code, date, defineTable, money, oneOf, units, words } from "./define-table";

export const valuationMethods = ["FIFO", "MOVING", "PERIODIC", "STANDARD"] as const;

const signed = { min: undefined } as const;

export const valuationTable = defineTable({
  name: "Valuation",
  summary:
    "One row an item and location: stock at cost at the cut-off, and what the month moved. Opening + Received + Transferred + Revaluation - ToSupplier - COGS + Rounding = Value. Written by value-stock.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    AsOf: date("Cut-off", { required: true }),
    Method: oneOf("Cost formula", valuationMethods),
    Qty: units("Own units on hand, with cost", { required: true }),
    VendorQty: units("Units on hand that the vendor owns: available, not valued", signed),
    Short: units("Units issued that were not there: negative stock, not priced"),
    Unpriced: units("Units that came in without a usable cost"),
    UnitCost: money("Value a unit", "money per unit", { format: "#,##0.0000" }),
    Value: money("Stock at cost, to the cent", "money", { required: true, ...signed }),
    Opening: money("Value when the month began", "money", signed),
    Received: money("Receipts and invoices of the month into stock", "money", signed),
    Transferred: money("Value moved in from other places, less out", "money", signed),
    ToSupplier: money("Value that went back to suppliers in the month", "money", signed),
    COGS: money(
      "Cost of what was issued in the month: sold, used, scrapped, counted away; returns taken off",
      "money",
      signed,
    ),
    Rounding: money("Cents that rounding each of the figures leaves", "money", signed),
    PPV: money("Purchase price variance of the month, + unfavourable; STANDARD only", "money", signed),
    Revaluation: money("Change of standards in the month; STANDARD only", "money", signed),
    Variance: money("Purchase price variance that Value carries; STANDARD only", "money", signed),
    Issued12: units("Units issued in the twelve months to the cut-off", signed),
    Issued3: units("Units issued in the last three months (91 days) of those", signed),
    IssuedBefore: units(
      "Units issued in the twelve months before those; blank where the movements do not reach back so far",
      signed,
    ),
    LastReceipt: date("Day of the last receipt"),
    LastIssue: date("Day of the last issue, or move to another place"),
    Fault: words("What keeps the figures from being whole; blank where nothing does"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
