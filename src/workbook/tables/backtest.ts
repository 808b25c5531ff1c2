import { code, defineTable, money, oneOf, plain, share, units, words } from "./define-table";

export const backtestTable = defineTable({
  name: "Backtest",
  summary:
    "One row an item, location and way to plan: what it did, or would have done, over the same past days.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Way: oneOf(
      "What was done, the parameters in force, those proposed at the time, or perfect foresight",
      ["done", "current", "proposed", "hindsight"],
      { key: true },
    ),
    ABC: words("Class by value"),
    Days: plain("Days replayed", "days", { min: 0, format: "0" }),
    Reproduced: share(
      "Days on which the replay of what was done gives the booked stock; all of them, or it is not to be trusted",
    ),
    Units: units("Units asked for over these days, by customers or otherwise"),
    Target: share("Fill rate that the proposal was to reach; blank where its target is another measure", {
      required: false,
    }),
    StockoutDays: plain("Days on which demand found too little", "days", { min: 0, format: "0" }),
    FILL: share("Share of units served from stock at once"),
    Stock: units("Average stock at the end of a day", { min: undefined }),
    StockValue: money("Average stock at cost", "money", { min: undefined }),
    Orders: plain("Orders placed, or receipts", "orders", { min: 0, format: "0" }),
    Short: units("Units that had to wait"),
    Carrying: money("Cost of carrying the stock", "money", { min: undefined }),
    Ordering: money("Cost of the orders", "money"),
    Shortage: money("Cost of units that had to wait", "money"),
    Regret: money("Carrying, ordering and shortage above those of hindsight", "money", { min: undefined }),
    Verdict: words(
      "Of the proposal against the parameters in force, or what was done: recommended, trade-off, no change or worse; weighed by fill rate, stock and cost",
    ),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
