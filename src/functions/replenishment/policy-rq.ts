import { lotPolicy, lotPolicyMethods } from "../../engine/policy";
import { demandDistributions } from "../../engine/math/demand-distribution";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, number, optional, periods, quantity } from "../arguments";
import { defineFunction, row } from "../define";
import { mayBeBlank } from "../may-be-blank";
import { shown } from "../shown";
import { holdCost, orderCost, shortCost } from "./policy-arguments";

export const policyRq = defineFunction({
  name: "POLICY.RQ",
  family: "replenishment",
  summary: "Reorder point and lot of continuous review with backorders, and their cost per period.",
  notes: [
    "EXACT is the cheapest policy there is. EOQB takes the lot of EOQ.BACKORDER and the best reorder point for it, EOQSS the economic lot and the reorder point of the critical ratio, LTD counts the shortages of a cycle once. Their cost, too, is the exact one.",
    "All rates are per period: demand, and holding and shortage cost per unit and period. An order is placed when the position is at or below r. POISSON and NBINOM give whole units; their sd: POISSON none, NBINOM with a square above the mean over the lead time.",
  ],
  args: {
    mean: number("Mean demand per period", "units per period", { above: 0 }),
    sd: mayBeBlank(
      quantity("Standard deviation of demand per period"),
      "the distribution has none of its own",
    ),
    leadTime: periods("Lead time"),
    orderCost,
    holdCost,
    shortCost,
    dist: optional(choice("Distribution of demand over the lead time", demandDistributions), "NORMAL"),
    method: optional(choice("EXACT, or a heuristic: EOQB, EOQSS, LTD", lotPolicyMethods), "EXACT"),
  },
  vector: true,
  heavy: true,
  returns: row("Policy", "units, units, money per period", ["reorder point", "lot", "cost"]),
  source: [
    cite("zheng-1992", "theorem 1"),
    cite("federgruen-zheng-1992", "the algorithm"),
    cite("snyder-shen-2019", "section 5.3"),
  ],
  examples: [
    {
      args: [1.5, null, 2, 100, 20, 150, "POISSON"],
      returns: [[3, 5, 107.9236]],
      within: 0.0001,
      from: "Snyder and Shen, example 5.7",
    },
    {
      args: [1300, 150, 0.0833333333333333, 8, 0.225, 7.5],
      returns: [[126.867, 328.449, 78.0711]],
      within: 0.001,
      from: "Snyder and Shen, example 5.2: r 126.8, Q 328.5, cost 78.07",
    },
    {
      args: [1300, 150, 0.0833333333333333, 8, 0.225, 7.5, "NORMAL", "EOQSS"],
      returns: [[190.337, 304.0468, 87.0484]],
      within: 0.001,
      from: "EOQ 304.05; 108.33 + 43.30 x 1.8936 of the ratio 7.5 / 7.725",
    },
  ],
  run: (args) => {
    const { policy, cost } = lotPolicy(request(args));
    return [policy.reorderPoint, policy.lot, cost];
  },
  explain: (args) => {
    const { policy, cost } = lotPolicy(request(args));
    const { mean, sd, leadTime, holding, shortage } = request(args);
    return [
      {
        label: "Mean demand over the lead time",
        formula: `${shown(mean)} x ${shown(leadTime)}`,
        result: mean * leadTime,
      },
      {
        label: "Its standard deviation",
        formula: args.dist === "POISSON" ? "sqrt(mean)" : `${shown(sd)} x sqrt(${shown(leadTime)})`,
        result: args.dist === "POISSON" ? Math.sqrt(mean * leadTime) : sd * Math.sqrt(leadTime),
      },
      {
        label: "Critical ratio",
        formula: `${shown(shortage)} / (${shown(holding)} + ${shown(shortage)})`,
        result: shortage / (holding + shortage),
      },
      { label: "Lot", formula: args.method, result: policy.lot },
      { label: "Reorder point", formula: args.method, result: policy.reorderPoint },
      { label: "Cost per period", formula: "[K lambda + integral of G over the lot] / Q", result: cost },
    ];
  },
});

interface Parsed {
  readonly mean: number;
  readonly sd: number | undefined;
  readonly leadTime: number;
  readonly orderCost: number;
  readonly holdCost: number;
  readonly shortCost: number;
  readonly dist: (typeof demandDistributions)[number];
  readonly method: (typeof lotPolicyMethods)[number];
}

function request({ holdCost: holding, shortCost: shortage, dist, sd, ...rest }: Parsed) {
  if (sd === undefined && dist !== "POISSON") throw invalidInput("sd", `must be given for ${dist}`, sd);
  return { ...rest, sd: sd ?? 0, holding, shortage, distribution: dist };
}
