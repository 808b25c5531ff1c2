import { code, date, defineTable, money, plain, share, units, words } from "./define-table";

const signed = { min: undefined } as const;

export const reserveTable = defineTable({
  name: "Reserve",
  summary:
    "One row a month end, item and location: reserve before and after. Prior + Currency - Used - Released + New = Closing. Rows of other month ends stay. Written by reserve.",
  columns: {
    AsOf: date("Month end", { key: true }),
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    Qty: units("Own units"),
    Value: money("At cost", "money", signed),
    Measure: words("What the tier goes by: cover, age, lastissue"),
    Months: plain("That measure", "months", { format: "0.0" }),
    Percent: share("Part reserved by the policy"),
    Policy: money("Reserve by the policy", "money"),
    NRV: money("Write-down that the NRV test needs", "money"),
    Override: share("Part set by judgement"),
    Reason: words("Why the policy was set aside"),
    Risk: plain("Obsolescence risk, 0 to 100", "points", { format: "0" }),
    Prior: money("Reserve at the month end before", "money"),
    Currency: money("Change by rates of exchange", "money", signed),
    Used: money("Went with units sold or scrapped", "money"),
    Released: money("No longer needed for units still there", "money"),
    New: money("Added", "money"),
    Closing: money("Reserve now", "money", { required: true }),
    Unit: words("Currency of the location; blank for the company's"),
    Rate: plain("Company currency for one unit of it", "rate"),
    Note: words("What to know about it"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
