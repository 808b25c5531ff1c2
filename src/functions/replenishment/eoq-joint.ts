import { jointReplenishment, jointReplenishmentHeuristic } from "../../engine/replenishment";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, money, optional } from "../arguments";
import { defineFunction, valueList } from "../define";
import { unbrokenNumbers } from "../numbers-in-step";

export const eoqJoint = defineFunction({
  name: "EOQ.JOINT",
  family: "replenishment",
  summary:
    "Joint replenishment: how often each item joins the common order, the order cycle, the yearly cost.",
  notes: [
    "One entry per item: years between its orders; then the cycle of the common order in years, then the cost per year. An item's lot is its interval times its demand.",
    "Every order costs major, also one without this item; item i joins every k-th order. EXACT is the cheapest of all such plans, HEURISTIC rounds once.",
  ],
  args: {
    demands: unbrokenNumbers("Demand of each item per year", "units per year", { above: 0 }),
    major: money("Cost of an order, whatever is in it", { above: 0 }),
    minors: unbrokenNumbers("Cost of adding each item to an order", "money", { min: 0 }),
    holdCosts: unbrokenNumbers(
      "Cost of carrying one unit of each item for a year",
      "money per unit and year",
      {
        above: 0,
      },
    ),
    method: optional(choice("EXACT or HEURISTIC", ["EXACT", "HEURISTIC"]), "EXACT"),
  },
  returns: valueList("Intervals, cycle, cost", "years, years, money per year"),
  source: [cite("silver-pyke-thomas-2017", "section 11.2"), cite("wildeman-frenk-dekker-1997", "section 3")],
  examples: [
    {
      args: [[[1000], [1000]], 50, [[10], [10]], [[2], [2]]],
      returns: [[0.1870829], [0.1870829], [0.1870829], [748.3315]],
      within: 0.0001,
      from: "equal items join every order: sqrt(2 x 70 / 4,000), sqrt(2 x 70 x 4,000)",
    },
    {
      args: [[[1000], [1000]], 50, [[10]], [[2], [2]]],
      returns: { error: "#VALUE!", message: "minors must have as many entries as demands (2), got 1" },
      from: "one entry an item",
    },
  ],
  run: ({ demands, major, minors, holdCosts, method }) => {
    for (const [name, list] of [
      ["minors", minors],
      ["holdCosts", holdCosts],
    ] as const) {
      if (list.length !== demands.length)
        throw invalidInput(name, `must have as many entries as demands (${demands.length})`, list.length);
    }
    const items = demands.map((demand, i) => ({ demand, minorCost: minors[i], holdingCost: holdCosts[i] }));
    const solve = method === "EXACT" ? jointReplenishment : jointReplenishmentHeuristic;
    const { cycle, multiples, cost } = solve(items, major);
    return [...multiples.map((multiple) => multiple * cycle), cycle, cost];
  },
});
