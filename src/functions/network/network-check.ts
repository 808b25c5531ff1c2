import { checkNetwork } from "../../engine/network";
import { cite } from "../../engine/sources";
import { flag, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { networkArguments } from "./network-arguments";
import { typedNetwork } from "./network-tables";

export const networkCheck = defineFunction({
  name: "NETWORK.CHECK",
  family: "network",
  summary:
    "What is wrong or weak in a network: cycles, orphans, missing lead times, single points of failure.",
  notes: [
    "ERROR: no plan can be made (cycle, unknown or duplicate node, duplicate lane, lane to itself, text where a number belongs, missing, negative or fractional times, missing or negative cost). WARNING: a plan can be made (orphan, no demand downstream, unreachable, separate network, single point of failure). INFO: several roots, customers who wait without a limit. OK where there is nothing to say.",
    "A single point of failure is a node without which a place of demand is cut off from all nodes that have no supplier; the suppliers of a node count as alternatives.",
    "Excel on the desktop hands a blank cell over as 0, so that a missing time cannot be told from none there; check-network reads the tables themselves.",
  ],
  args: {
    ...networkArguments,
    header: optional(flag("TRUE puts the columns' names on top"), false),
  },
  returns: table("Findings", "text", ["severity", "node", "problem"]),
  source: cite("snyder-shen-2019", "section 6.3"),
  examples: [
    {
      args: [
        [
          ["Plant", 4, 1, null, null, null],
          ["DC", null, 2, null, null, null],
          ["Shop", 1, 2, 10, 0, null],
        ],
        [
          ["Plant", "DC"],
          ["DC", "Shop"],
        ],
      ],
      returns: [
        ["ERROR", "DC", "missing lead time"],
        ["WARNING", "Plant", "single point of failure: cuts off Shop"],
        ["WARNING", "DC", "single point of failure: cuts off Shop"],
      ],
      from: "a chain, its middle without a lead time",
    },
    {
      args: [[["Shop", 1, 2, 10, 0, null]], [[null, null]]],
      returns: [["OK", "", "nothing found"]],
      from: "one shop that serves at once",
    },
  ],
  run: (args) => {
    const { nodes, lanes } = typedNetwork(args);
    const problems = checkNetwork(nodes, lanes);
    if (problems.length === 0) return [["OK", "", "nothing found"]];
    const typed = new Map(nodes.map(({ id, typedId }) => [id, typedId]));
    return problems.map(({ severity, node, problem }) => [severity, typed.get(node) ?? node, problem]);
  },
});
