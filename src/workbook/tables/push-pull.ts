import { code, days, defineTable, money, oneOf, plain, share, units, words } from "./define-table";

const role = (help: string) => oneOf(help, ["PUSH", "BUFFER", "PULL"]);
const change = (help: string) => money(help, "money per year", { min: -Infinity });

export const pushPullTable = defineTable({
  name: "PushPull",
  summary:
    "One row an item and echelon of its network: where stock decouples forecast from orders, and what that costs elsewhere. Agreed is yours; a run fills the rest.",
  columns: {
    Item: code("Item code", { key: true }),
    Echelon: words("Echelon of its network, as on the map"),
    Step: plain("Order of the echelons, 1 the furthest from the customer", "number", { min: 1 }),
    Agreed: oneOf("yes in the echelon where it was agreed that the stock is to be", ["yes"]),
    Locations: words("Places of the echelon"),
    Days: days("Time from stock here to the last customer"),
    Wait: days("Longest time customers wait"),
    Demand: units("Units a year that the places handle"),
    CV: plain("Spread of a bucket's demand over its mean, each place for itself", "ratio", { min: 0 }),
    UnitValue: money("A unit here: cost and freight so far", "money per unit"),
    Advised: role("What is cheapest: PUSH by forecast, BUFFER holds the stock, PULL to order"),
    Optimiser: role("The same by safety stock alone"),
    ByDemand: role("The same as near to the customer as demand is predictable"),
    ByTransport: role("The same as near to the customer as lots are cheaper than shipping to order"),
    Holds: words("Places that hold safety stock with the boundary here"),
    StockCost: money("Carrying safety stock with the boundary here", "money per year"),
    TransportCost: money(
      "Room that ships empty, and lots that wait, with the boundary here",
      "money per year",
    ),
    Cost: money("Both; blank where customers would wait too long", "money per year"),
    More: change("Cost above that of the advised boundary"),
    ToCustomer: change("Moving the boundary from here one echelon towards the customer"),
    ToSupplier: change("Moving it one echelon towards the supplier"),
    ShipToOrder: money("Room that ships empty on the lanes to here if they ship to order", "money per year"),
    ShipInLots: money("Units that wait here if the lanes ship in full lots", "money per year"),
    Reason: words("Why, in words"),
    Gap: share("How far from proven the plans of the item are, at most"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
