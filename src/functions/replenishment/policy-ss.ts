import {
  listedDemand,
  optimalOrderUpToPolicy,
  orderUpToPolicyCost,
  poissonDemand,
  powerApproximation,
  type CostedPolicy,
  type OrderUpToPolicy,
} from "../../engine/policy";
import { cite } from "../../engine/sources";
import { choice, count, number, optional, pairs } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";
import { orWhole } from "../whole-argument";
import { holdCost, orderCost, shortCost } from "./policy-arguments";

export const policySs = defineFunction({
  name: "POLICY.SS",
  family: "replenishment",
  summary:
    "Reorder point s and order-up-to level S of periodic review with backorders, and their cost per period.",
  notes: [
    "At the start of a period with a position at or below s, order up to S; the order arrives leadTime periods later; holding and shortage are counted at the end of each period, so that demand over leadTime + 1 periods matters.",
    "EXACT is the cheapest (s, S) policy; POWER the revised power approximation, rounded to whole units, at its exact cost.",
    "CUSTOM takes mean as two columns: whole units demanded in a period, and the probability of each.",
  ],
  args: {
    mean: orWhole(
      number("Mean demand per period", "units per period", { above: 0, max: 100_000 }),
      { argument: "dist", is: "CUSTOM" },
      pairs("Units and probabilities", { min: 0 }),
    ),
    leadTime: count("Lead time, whole periods", "periods", { min: 0, max: 1000 }),
    orderCost,
    holdCost,
    shortCost,
    dist: optional(choice("Distribution of demand of a period", ["POISSON", "CUSTOM"]), "POISSON"),
    method: optional(choice("EXACT, or POWER for the power approximation", ["EXACT", "POWER"]), "EXACT"),
  },
  vector: true,
  heavy: true,
  returns: row("Policy", "units, units, money per period", ["s", "S", "cost"]),
  source: [cite("zheng-federgruen-1991", "the algorithm"), cite("ehrhardt-mosier-1984", "equations 5 to 8")],
  examples: [
    {
      args: [10, 0, 64, 1, 9],
      returns: [[6, 40, 35.0216]],
      within: 0.0001,
      from: "Zheng and Federgruen, table 1: mean 10, (6, 40), 35.022",
    },
    {
      args: [6, 0, 5, 1, 4],
      returns: [[4, 10, 8.0341]],
      within: 0.0001,
      from: "Snyder and Shen, example 4.7",
    },
    {
      args: [
        [
          [0, 0.5],
          [10, 0.5],
        ],
        0,
        1,
        1,
        9,
        "CUSTOM",
      ],
      returns: [[9, 10, 5.5]],
      from: "by hand: an order every second period costs 0.5, half the periods end with 10; s could be any of 0 to 9",
    },
  ],
  run: (args) => {
    const { policy, cost } = solved(args);
    return [policy.reorderPoint, policy.target, cost];
  },
  explain: (args) => {
    const { policy, cost } = solved(args);
    const { mean } = demandOf(args);
    return [
      {
        label: "Mean demand over lead time and review",
        formula: `${shown(mean)} x (${shown(args.leadTime)} + 1)`,
        result: mean * (args.leadTime + 1),
      },
      { label: "Reorder point s", formula: args.method, result: policy.reorderPoint },
      { label: "Order-up-to level S", formula: args.method, result: policy.target },
      { label: "Cost per period", formula: "[K + sum of m(j) G(S - j)] / M(S - s)", result: cost },
    ];
  },
});

interface Parsed {
  readonly mean: number | readonly (readonly [number, number])[];
  readonly leadTime: number;
  readonly orderCost: number;
  readonly holdCost: number;
  readonly shortCost: number;
  readonly dist: "POISSON" | "CUSTOM";
  readonly method: "EXACT" | "POWER";
}

function demandOf({ mean }: Parsed) {
  return typeof mean === "number" ? poissonDemand(mean) : listedDemand(mean);
}

function solved(args: Parsed): CostedPolicy<OrderUpToPolicy> {
  const { leadTime, orderCost: order, holdCost: holding, shortCost: shortage, method } = args;
  const problem = { demand: demandOf(args), leadTime, orderCost: order, holding, shortage };
  if (method === "EXACT") return optimalOrderUpToPolicy(problem);
  const policy = powerApproximation(problem);
  return { policy, cost: orderUpToPolicyCost(problem, policy) };
}
