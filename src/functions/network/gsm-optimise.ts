import { optimiseService } from "../../engine/network";
import { cite } from "../../engine/sources";
import { number, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { shown } from "../shown";
import {
  boundArgument,
  modelNotes,
  networkArguments,
  networkOf,
  planColumns,
  planRows,
  stockArguments,
} from "./network-arguments";
import { typedNetwork } from "./network-tables";

const textbookNodes = [
  ["1", 2, 1, null, null, 1],
  ["2", 1, 3, 1, 0, null],
  ["3", 1, 2, null, null, null],
  ["4", 1, 3, 1, 1, null],
];
const textbookLanes = [
  ["1", "3"],
  ["3", "2"],
  ["3", "4"],
];

export const gsmOptimise = defineFunction({
  name: "GSM.OPTIMISE",
  family: "network",
  summary: "Where safety stock belongs in a network: the cheapest service times between its nodes, proven.",
  notes: [
    ...modelNotes,
    "Exact on any network without cycles: what folds, as every tree does, by dynamic programming (method FOLDED), the rest by search (SEARCHED). Stopped at the time limit it gives the best plan found, a cost that no plan can undercut, and the gap between them (STOPPED). Without a stop the answer does not depend on the machine.",
  ],
  args: {
    ...networkArguments,
    ...stockArguments,
    timeLimit: optional(number("Longest search", "seconds", { above: 0, max: 600 }), 10),
    ...boundArgument,
  },
  heavy: true,
  returns: table("Plan", "periods, units, money per period", planColumns),
  source: [
    cite("graves-willems-2000", "section 5"),
    cite("humair-willems-2011", "section 3"),
    cite("kolmogorov-2006", "section 3"),
    cite("dechter-1999", "section 4"),
  ],
  examples: [
    {
      args: [textbookNodes, textbookLanes, 1],
      returns: [
        ["1", 0, 1, 3, 2.449489742783178, 2.449489742783178],
        ["2", 0, 0, 1, 1, 3],
        ["3", 0, 0, 1, 1.4142135623730951, 2.8284271247461903],
        ["4", 1, 0, 0, 0, 0],
      ],
      from: "Snyder and Shen, example 6.5: service times 0, 0, 0, 1; node 4 holds nothing",
    },
    {
      args: [textbookNodes, textbookLanes, 1, null, "SUMMARY"],
      returns: [[8.277916867529369, 8.277916867529369, 0, "FOLDED"]],
      from: "Snyder and Shen, example 6.5: cost 8.277917",
    },
    {
      args: [
        [
          ["Plant", 4, 1, null, null, null],
          ["Shop", 1, 2, 0.5, 0, null],
        ],
        [["Plant", "Shop"]],
        1.645,
        null,
        null,
        null,
        "POISSON",
      ],
      returns: [
        ["Plant", 0, 0, 4, 2, 2],
        ["Shop", 0, 0, 1, 0.75, 1.5],
      ],
      from: "a unit every four periods, POISSON: cheapest of all five promises of the plant, with scipy.stats.poisson.isf(norm.sf(1.645), t / 4)",
    },
    {
      args: [
        textbookNodes,
        [
          ["1", "3"],
          ["3", "1"],
        ],
      ],
      returns: { error: "#VALUE!", message: "lanes must not run in a cycle, got 1 > 3 > 1" },
      from: "a cycle",
    },
  ],
  run: ({ z, pooling, out, timeLimit, bound, ...args }) => {
    const tables = typedNetwork(args);
    const plan = optimiseService(networkOf(tables), { z, pooling, bound }, { stop: stopAfter(timeLimit) });
    if (out === "SUMMARY") return [[plan.cost, plan.bound, plan.gap, plan.method]];
    return planRows(plan, tables.nodes);
  },
  explain: ({ z, pooling, timeLimit, bound, ...args }) => {
    const plan = optimiseService(
      networkOf(typedNetwork(args)),
      { z, pooling, bound },
      { stop: stopAfter(timeLimit) },
    );
    const holding = plan.sites.filter(({ safetyStock }) => safetyStock > 0);
    return [
      { label: "Nodes that hold stock", formula: `of ${plan.sites.length}`, result: holding.length },
      ...[...holding]
        .sort((a, b) => b.cost - a.cost)
        .slice(0, 5)
        .map((site) => ({
          label: `Stock of ${site.id}`,
          formula:
            bound === "NORMAL"
              ? `z x net sd x sqrt(${shown(site.netLeadTime)})`
              : `Poisson demand over ${shown(site.netLeadTime)}, less its mean`,
          result: site.safetyStock,
        })),
      { label: "Cost", formula: "sum of holding cost x safety stock", result: plan.cost },
      { label: "No plan costs less than", formula: plan.method, result: plan.bound },
    ];
  },
});

/** True once so many seconds have passed; it decides when a search ends, never what an ended one says. */
function stopAfter(seconds: number): () => boolean {
  const end = performance.now() + 1000 * seconds;
  return () => performance.now() > end;
}
