import { comparePolicies, type ComparedPolicy } from "../../engine/policy";
import { cite } from "../../engine/sources";
import { count, flag, money, number, optional, probability, series } from "../arguments";
import { defineFunction, table } from "../define";

export const policyCompare = defineFunction({
  name: "POLICY.COMPARE",
  family: "replenishment",
  summary:
    "Four stock policies for one item, set for a cycle service level and run through its history, best first.",
  notes: [
    "(s,Q) and (s,S) are looked at every period, (R,S) and (R,s,S) every review periods. Levels are the textbook's for csl with normal demand over lead time plus interval, lots the economic order quantity.",
    "Columns: policy, reorder point (blank for (R,S)), lot or order-up-to level, then what came out: cycle service level, fill rate, mean stock, carrying and ordering cost a year. The history is run through over and over in its own order. Policies within one point of csl come first, cheapest first; then the others, best service first.",
    "Where demand is lumpy none may reach csl: the normal levels are then too low; see FORECAST.QUANTILE. The cell knows one item only: the Compare part of Policies starts from the levels proposed, with single days, trend and what slow movers learn from each other.",
  ],
  args: {
    demand: series("Demand per period, oldest to newest", { rule: { min: 0 } }),
    leadTime: count("Lead time, whole periods", "periods", { min: 0, max: 1000 }),
    unitCost: money("Cost of one unit", { above: 0 }),
    orderCost: money("Cost of one order", { above: 0 }),
    csl: optional(probability("Cycle service level: chance of no stockout in a cycle"), 0.95),
    review: optional(count("Periods between reviews", "periods", { min: 1, max: 1000 }), 7),
    carryRate: optional(
      number("Yearly cost of carrying stock, as a share of its value", "fraction", { above: 0, max: 5 }),
      0.2,
    ),
    periodsPerYear: optional(number("Periods in a year", "periods", { above: 0 }), 365),
    header: optional(flag("TRUE puts the columns' names on top"), false),
  },
  returns: table("Policies", "units, fractions, money per year", [
    "policy",
    "s",
    "Q or S",
    "cycle service level",
    "fill rate",
    "average stock",
    "cost",
  ]),
  source: cite("silver-pyke-thomas-2017", "sections 6.3 and 6.5"),
  examples: [
    {
      args: [[[10, 10, 10, 10, 10, 10, 10, 10]], 0, 1, 3.2, 0.95, 2, 0.2, 20],
      returns: [
        ["(s,Q)", 10, 80, 1, 1, 45, 17],
        ["(s,S)", 10, 90, 1, 1, 45, 17],
        ["(R,s,S)", 20, 100, 1, 1, 55, 19],
        ["(R,S)", "", 20, 1, 1, 5, 33],
      ],
      within: 0.03,
      from: "by hand: lot sqrt(2 x 200 x 3.2 / 0.2) = 80; stock ends at 80, 70 ... 10, or 90 ... 20, or 10, 0; 2.5 or 10 orders a year (the first comes a little late)",
    },
  ],
  run: ({ demand, header: _, csl, ...rest }) => {
    const observed = demand.filter((units) => !Number.isNaN(units));
    return comparePolicies({ ...rest, demand: observed, cycleServiceLevel: csl }).map(cells);
  },
});

function cells(policy: ComparedPolicy): (string | number)[] {
  const { name, reorderPoint, lotOrTarget, cycleServiceLevel, fillRate, averageStock, cost } = policy;
  const s = Number.isNaN(reorderPoint) ? "" : reorderPoint;
  return [name, s, lotOrTarget, cycleServiceLevel, fillRate, averageStock, cost];
}
