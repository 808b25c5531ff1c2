import { code, days, defineTable, flag, money, oneOf, plain, share, units, words } from "./define-table";

export const policyComparisonTable = defineTable({
  name: "PolicyComparison",
  summary:
    "One row an item, location and way to control it, played through its own demand within the supplier's order days, minimum and packs.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code; blank where there is one place only", { key: true, required: false }),
    Policy: oneOf("(s,Q), (s,S), (R,S) or (R,s,S)", ["sQ", "sS", "RS", "RsS"], { key: true }),
    Review: days("Days between reviews; 0 on every order day", { key: true }),
    InForce: flag("The parameters in force instead of the formula's", { key: true, required: false }),
    Rank: plain("1 is the cheapest that meets the target", "rank", { min: 1, format: "0" }),
    Meets: flag("The service played meets the target, within one point"),
    ROP: units("Reorder point", { min: undefined }),
    Lot: units("Order quantity"),
    Max: units("Order-up-to level", { min: undefined }),
    CSL: share("Cycle service level as played"),
    FILL: share("Fill rate as played"),
    Stock: units("Average stock"),
    Orders: plain("Orders a year", "orders per year", { min: 0, format: "0.0" }),
    Carrying: money("Cost of carrying the stock", "money per year"),
    Ordering: money("Cost of the orders", "money per year"),
    Cost: money("Carrying and ordering", "money per year"),
    Limits: words("Order days, minimum and packs that were kept to"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
