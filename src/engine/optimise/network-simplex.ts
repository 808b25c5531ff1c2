import type { FlowProblem } from "./flow-problem";
import { SpanningTree } from "./spanning-tree";

export type FlowAnswer =
  | { readonly status: "optimal"; readonly flow: Float64Array; readonly cost: number }
  /** What cannot leave or reach these nodes, whatever is done. */
  | {
      readonly status: "infeasible";
      readonly stuck: readonly { readonly node: number; readonly units: number }[];
    }
  | { readonly status: "unbounded" };

/**
 * Cheapest flow by the primal network simplex (Ahuja, Magnanti and Orlin 1993, chapter 11): a spanning tree of arcs that are neither
 * empty nor full; an arc that would save money enters it, the arc of its cycle that blocks first leaves. Leaving arcs are chosen so that
 * the tree stays strongly feasible (Cunningham 1976), which rules out endless turning without progress. Whole supplies and capacities give
 * whole flows.
 */
export function cheapestFlow(problem: FlowProblem): FlowAnswer {
  const { supply, cost } = problem;
  const nodes = supply.length;
  const arcs = cost.length;
  let dearest = 0;
  for (let a = 0; a < arcs; a++) dearest = Math.max(dearest, Math.abs(cost[a]));
  // An artificial arc costs more than any path of real ones.
  const tree = new SpanningTree(problem, 1 + (nodes + 1) * dearest);
  const negligible = 1e-11 * (1 + dearest) * Math.max(1, Math.log2(nodes + 1));
  const block = Math.max(20, Math.ceil(Math.sqrt(arcs)));
  let next = 0;
  for (;;) {
    const entering = mostSaving();
    if (entering < 0) break;
    if (!tree.pivot(entering)) return { status: "unbounded" };
  }
  return answerOf(tree, problem);

  /** The arc that saves most among a block of arcs, the blocks taken in turn; -1 where none saves. */
  function mostSaving(): number {
    let best = -1;
    let most = negligible;
    for (let seen = 0, inBlock = 0; seen < arcs; seen++) {
      const saving = tree.saving(next);
      if (saving > most) {
        most = saving;
        best = next;
      }
      if (++next === arcs) next = 0;
      if (++inBlock === block) {
        if (best >= 0) return best;
        inBlock = 0;
      }
    }
    return best;
  }
}

function answerOf(tree: SpanningTree, { supply, cost }: FlowProblem): FlowAnswer {
  let largest = 0;
  for (let i = 0; i < supply.length; i++) largest = Math.max(largest, Math.abs(supply[i]));
  const stuck: { node: number; units: number }[] = [];
  for (let node = 0; node < supply.length; node++) {
    const units = tree.flow[cost.length + node];
    if (units > 1e-9 * (1 + largest)) stuck.push({ node, units });
  }
  if (stuck.length > 0) return { status: "infeasible", stuck };
  const flow = tree.flow.slice(0, cost.length);
  return { status: "optimal", flow, cost: flow.reduce((sum, units, a) => sum + units * cost[a], 0) };
}
