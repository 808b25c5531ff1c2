import { code, defineTable, money, oneOf, share, units, words } from "./define-table";

export const networkSimulationTable = defineTable({
  name: "NetworkSimulation",
  summary:
    "One row an item and place: the plan in Placement played day by day, with 95 % confidence intervals. Written anew by each run.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true }),
    BaseStock: units("Stock and orders together that the place keeps up"),
    FillRate: share("Units delivered within the service time"),
    FillRateWithin: share("Half the width of its confidence interval"),
    ReadyRate: share("Days at whose end nothing is overdue"),
    ReadyRateWithin: share("Half the width of its confidence interval"),
    OnHand: units("Units on hand at the end of a day"),
    Cost: money("Carrying them", "money per year"),
    CostWithin: money("Half the width of its confidence interval", "money per year"),
    Stress: words("What went wrong in the run; blank for a normal year"),
    RunId: code("Run that wrote the row, as in Runs"),
    NormalFillRate: share("FillRate of the same draws without the stress; blank for a normal year"),
    FillRateChange: share("What the stress does to FillRate", { min: -1 }),
    FillRateChangeWithin: share("Half the width of its confidence interval"),
    NormalCost: money("Cost of the same draws without the stress", "money per year"),
    CostChange: money("What the stress does to Cost", "money per year", { min: -Infinity }),
    CostChangeWithin: money("Half the width of its confidence interval", "money per year"),
    Demand: units("Units a day that customers ask for at the place"),
    Late: units("Customers' units of one run that come late because of the stress", { min: -Infinity }),
    LateWithin: units("Half the width of its confidence interval"),
    LateMargin: money("Price less cost of those units", "money per run", { min: -Infinity }),
    Bound: oneOf("Bound that the plan was made with: demand is drawn by it", [
      "NORMAL",
      "POISSON",
      "EMPIRICAL",
    ]),
  },
});
