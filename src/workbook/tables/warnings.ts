import { code, date, defineTable, money, plain, units, words } from "./define-table";

export const warningsTable = defineTable({
  name: "Warnings",
  summary:
    "One row an item, or an item at a place, that may become obsolete, the most money first: signs, stock and open orders that would be stranded. Written by early-warning.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where a change touches the item everywhere", {
      key: true,
      required: false,
    }),
    Date: date("Day of the warning", { key: true }),
    Risk: plain("Obsolescence risk, 0 to 100", "points", { format: "0" }),
    Signs: words("What speaks for it, in words"),
    ECO: code("Engineering change that touches it"),
    Through: words("Parents by which the change reaches it"),
    Effective: date("Day the change takes effect"),
    Stock: units("Own units on hand"),
    OnOrder: units("Units on open purchase orders"),
    Needed: units("Demand until then, or of twelve months"),
    Stranded: units("Stock and open orders above that"),
    Money: money("Those at cost", "money"),
    Cancel: money("Of it on open orders, which may still be cancelled", "money"),
    Orders: words("Purchase orders, the latest first"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const warningTestTable = defineTable({
  name: "WarningTest",
  summary:
    "One row an item at a place that past signs warned of or that was written off: how early the warning came. Written by early-warning.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    FirstWarning: date("First month end at which the signs of that day warn"),
    WriteOff: date("Month end by which it was written off or had become obsolete"),
    Lead: plain("From warning to write-off", "quarters", { format: "0.0" }),
    Money: money("Cost written off or obsolete", "money"),
    Outcome: words("hit, false alarm, missed or open", { required: true }),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
