import {
  countDemand,
  listedDemand,
  optimalOrderUpToPolicy,
  orderUpToPolicyCost,
  powerApproximation,
  type CostedPolicy,
  type CountDemand,
  type OrderUpToPolicy,
} from "../../engine/policy";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, count, number, optional, pairs, quantity } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";
import { orWhole } from "../whole-argument";
import { holdCost, orderCost, shortCost } from "./policy-arguments";

const distributions = ["POISSON", "CUSTOM", "NBINOM", "NORMAL", "GAMMA", "LOGNORMAL"] as const;

export const policySs = defineFunction({
  name: "POLICY.SS",
  family: "replenishment",
  summary:
    "Reorder point s and order-up-to level S of periodic review with backorders, and their cost per period.",
  notes: [
    "At the start of a period with a position at or below s, order up to S; the order arrives leadTime periods later; holding and shortage are counted at the end of each period, so that demand over leadTime + 1 periods matters.",
    "EXACT is the cheapest (s, S) policy; POWER the revised power approximation, rounded to whole units, at its exact cost.",
    "With a review above 1 it is the cheapest (R, s, S): looked at every review periods only, costs still counted at the end of every period.",
    "NBINOM is given by mean and sd of a period; NORMAL, GAMMA and LOGNORMAL are rounded to whole units, what would be negative to none.",
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
    dist: optional(choice("Distribution of demand of a period", distributions), "POISSON"),
    method: optional(choice("EXACT, or POWER for the power approximation", ["EXACT", "POWER"]), "EXACT"),
    sd: optional(
      quantity("Standard deviation of demand per period; blank for POISSON and CUSTOM"),
      undefined,
      "none",
    ),
    review: optional(count("Periods between reviews", "periods", { min: 1, max: 1000 }), 1),
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
    {
      args: [2, 1, 10, 1, 9, "POISSON", "EXACT", null, 3],
      returns: [[6, 10, 8.870235452]],
      within: 1e-8,
      from: "every s and S tried, each by its Markov chain (numpy)",
    },
    {
      args: [2, 1, 10, 1, 9, "NBINOM", "EXACT", 2.5],
      returns: [[5, 12, 10.734228764]],
      within: 1e-8,
      from: "every s and S tried, each by its Markov chain (numpy)",
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
        formula: `${shown(mean)} x (${shown(args.leadTime)} + ${shown(args.review)})`,
        result: mean * (args.leadTime + args.review),
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
  readonly dist: (typeof distributions)[number];
  readonly method: "EXACT" | "POWER";
  readonly sd: number | undefined;
  readonly review: number;
}

function demandOf({ mean, sd, dist }: Parsed): CountDemand {
  if (typeof mean !== "number" || dist === "CUSTOM")
    return listedDemand(mean as Exclude<typeof mean, number>);
  if (sd === undefined && dist !== "POISSON") throw invalidInput("sd", `must be given for ${dist}`, sd);
  return countDemand(dist, mean, sd ?? 0);
}

function solved(args: Parsed): CostedPolicy<OrderUpToPolicy> {
  const { leadTime, orderCost: order, holdCost: holding, shortCost: shortage, method, review } = args;
  const problem = { demand: demandOf(args), leadTime, orderCost: order, holding, shortage, review };
  if (method === "EXACT") return optimalOrderUpToPolicy(problem);
  const policy = powerApproximation(problem);
  return { policy, cost: orderUpToPolicyCost(problem, policy) };
}
