import { evaluatePlan } from "../../engine/network";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { defineFunction, table } from "../define";
import { numbersInStep } from "../numbers-in-step";
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

const pair = [
  ["Plant", 4, 1, null, null, null],
  ["Shop", 1, 2, 10, 0, null],
];
const slowPair = [
  ["Plant", 4, 1, null, null, null],
  ["Shop", 1, 2, 0.5, 0, null],
];
const link = [["Plant", "Shop"]];

export const gsmEvaluate = defineFunction({
  name: "GSM.EVALUATE",
  family: "network",
  summary: "Safety stock and cost of service times of your own in a network; refuses what cannot be kept.",
  notes: [
    ...modelNotes,
    "serviceTimes has one outbound service time a node, in the order of the rows of nodes. SUMMARY gives the cost, two blanks for what GSM.OPTIMISE proves, and GIVEN.",
  ],
  args: {
    ...networkArguments,
    serviceTimes: numbersInStep("Outbound service time of each node", "periods"),
    ...stockArguments,
    ...boundArgument,
  },
  returns: table("Plan", "periods, units, money per period", planColumns),
  source: cite("graves-willems-2000", "section 3"),
  examples: [
    {
      args: [pair, link, [[0], [0]], 2],
      returns: [
        ["Plant", 0, 0, 4, 40, 40],
        ["Shop", 0, 0, 1, 20, 40],
      ],
      from: "2 x 10 x sqrt(4) at 1, 2 x 10 x sqrt(1) at 2",
    },
    {
      args: [pair, link, [[4], [0]], 2, null, "SUMMARY"],
      returns: [[89.44271909999159, "", "", "GIVEN"]],
      from: "all at the shop: 2 x 10 x sqrt(5) at 2",
    },
    {
      args: [
        [
          ["Plant", 4, 1, null, null, null, 1],
          ["Shop", 1, 2, 10, 0, null, null],
        ],
        link,
        [[0], [0]],
        2,
      ],
      returns: [
        ["Plant", 0, 0, 4, 20, 20],
        ["Shop", 0, 0, 1, 20, 40],
      ],
      from: "the plant covers one standard deviation only: 1 x 10 x sqrt(4) at 1",
    },
    {
      args: [slowPair, link, [[0], [0]], 1.645, null, null, "POISSON"],
      returns: [
        ["Plant", 0, 0, 4, 2, 2],
        ["Shop", 0, 0, 1, 0.75, 1.5],
      ],
      from: "a unit every four periods: scipy.stats.poisson.isf(norm.sf(1.645), [1, 0.25]) is 3 and 1, less means of 1 and 0.25",
    },
    {
      args: [pair, link, [[5], [0]]],
      returns: {
        error: "#VALUE!",
        message:
          'serviceTimes of node "Plant" must be at most inbound service time plus processing time (4), got 5',
      },
      from: "a promise that cannot be kept",
    },
  ],
  run: ({ serviceTimes, z, pooling, out, bound, ...args }) => {
    const tables = typedNetwork(args);
    const sites = tables.nodes.length;
    // Blank rows of nodes were left out: so are the blanks beside them at the end, zeros where those rows came as zeros.
    const isBeside = (time: number, k: number) =>
      Number.isNaN(time) || (time === 0 && sites + k < args.nodes.length);
    if (serviceTimes.length < sites || !serviceTimes.slice(sites).every(isBeside))
      throw invalidInput(
        "serviceTimes",
        `must have as many entries as nodes (${sites})`,
        serviceTimes.length,
      );
    const plan = evaluatePlan(networkOf(tables), serviceTimes, { z, pooling, bound });
    if (out === "SUMMARY") return [[plan.cost, "", "", "GIVEN"]];
    return planRows(plan, tables.nodes);
  },
});
