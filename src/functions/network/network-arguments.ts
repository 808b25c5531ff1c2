import { PlanningError } from "../../engine/errors";
import { buildNetwork, demandBounds, poolings, type Network, type ServicePlan } from "../../engine/network";
import { choice, number, optional } from "../arguments";
import type { Cell } from "../cells";
import { laneRows, siteRows, type NetworkTables, type NodeRow } from "./network-tables";

export const networkArguments = {
  nodes: siteRows("Nodes, one a row"),
  lanes: laneRows("Lanes, one a row: from, to"),
};

export const stockArguments = {
  z: optional(
    number("Standard deviations of demand that stock covers", "number", { min: 0, max: 10 }),
    1.645,
  ),
  pooling: optional(choice("How demand adds up at a supplier", poolings), "ARCS" as const),
  out: optional(choice("NODES or SUMMARY", ["NODES", "SUMMARY"]), "NODES" as const),
};

export const boundArgument = {
  bound: optional(choice("Bound on demand: NORMAL or POISSON", demandBounds), "NORMAL" as const),
};

export const planColumns = [
  "node",
  "outbound service time",
  "inbound service time",
  "net lead time",
  "safety stock",
  "cost",
] as const;

/** A row a node, in the order of planColumns. */
export function planRows({ sites }: ServicePlan, nodes: readonly NodeRow[]): Cell[][] {
  return sites.map((site, i) => [
    nodes[i].typedId,
    site.outbound,
    site.inbound,
    site.netLeadTime,
    site.safetyStock,
    site.cost,
  ]);
}

export const modelNotes = [
  "Nodes has a row a node: id, processing time, holding cost per unit and period, standard deviation a period of the demand customers place at it (blank: none), longest outbound service time they accept (blank or FREE: free), external inbound time (blank: 0), and a z of its own where it covers more or less than the rest (blank or 0: the z of the call). Excel on the desktop hands a blank cell over as 0: write FREE there. Times are whole periods. A header row on top of nodes, or on top of lanes if it says From and To, is skipped.",
  "Each node promises its customers a service time S. It waits SI, the latest of what its suppliers promise, then processes for T, and so needs z x sd x sqrt(SI + T - S) of safety stock. Demand beyond z standard deviations is not covered from stock.",
  "ARCS: net variance of a node is its own plus that of its direct customers, as if every lane carried independent demand. PATHS: each demand counts with the square of the number of paths to it.",
  "bound POISSON is for slow demand in whole units: its mean is its variance, so sd of own demand is read as the root of a rate per period (0.5 for a unit every four periods). Stock for t periods is the least whole number that demand exceeds with a chance of at most 1 - Phi(z), less the mean of demand, and never less than for a shorter time. It needs pooling ARCS.",
] as const;

/** The network that the two tables describe. */
export function networkOf({ nodes, lanes }: NetworkTables): Network {
  const sites = nodes.map(({ typedId: _, fault, notNumbers: _none, ...row }) => {
    if (fault !== undefined) throw fault;
    const missing = Number.isNaN(row.processingTime) ? "processing time" : "holding cost";
    if (Number.isNaN(row.processingTime) || Number.isNaN(row.holdingCost)) {
      const message = `${missing} of node "${row.id}" must be given, got a blank`;
      throw new PlanningError("invalid-input", "nodes", message);
    }
    return {
      ...row,
      demandSd: Number.isNaN(row.demandSd) ? 0 : row.demandSd,
      maxServiceTime: Number.isNaN(row.maxServiceTime) ? undefined : row.maxServiceTime,
      inboundTime: Number.isNaN(row.inboundTime) ? 0 : row.inboundTime,
      z: Number.isNaN(row.z) ? undefined : row.z,
    };
  });
  return buildNetwork(sites, lanes);
}
