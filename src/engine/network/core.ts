import { isInbound, siteOf, termBetween, type ServiceGraph, type ServiceVariable } from "./service-graph";
import type { StockTerm } from "./stock-term";

/** The stock term between `low`, an outbound, and `high`, an inbound time. */
export interface CoreEdge extends StockTerm {
  readonly low: number;
  readonly high: number;
}

/** A connected part of what folding left, with variables numbered from 0 along the flow. */
export interface Core {
  readonly variables: readonly ServiceVariable[];
  readonly edges: readonly CoreEdge[];
  /** Edges of each variable, by position. */
  readonly incident: readonly (readonly number[])[];
  /** Number of each variable in the graph. */
  readonly original: readonly number[];
}

/** Connected parts of the graph among the variables that are left. `order` has suppliers before customers. */
export function coreParts(graph: ServiceGraph, left: readonly number[], order: readonly number[]): Core[] {
  const rank = new Map(order.map((site, at) => [site, at]));
  const place = (variable: number) => 2 * rank.get(siteOf(variable))! + (variable & 1);
  const seen = new Set<number>();
  const parts: Core[] = [];
  for (const start of left) {
    if (seen.has(start)) continue;
    seen.add(start);
    const members = [start];
    for (let next = 0; next < members.length; next++) {
      for (const other of graph.neighbours[members[next]]) {
        if (seen.has(other)) continue;
        seen.add(other);
        members.push(other);
      }
    }
    parts.push(
      core(
        graph,
        members.sort((a, b) => place(a) - place(b)),
      ),
    );
  }
  return parts;
}

function core(graph: ServiceGraph, original: readonly number[]): Core {
  const number = new Map(original.map((variable, k) => [variable, k]));
  const edges: CoreEdge[] = [];
  const incident: number[][] = original.map(() => []);
  for (const variable of original) {
    if (isInbound(variable)) continue;
    for (const other of graph.neighbours[variable]) {
      const [low, high] = [number.get(variable)!, number.get(other)!];
      incident[low].push(edges.length);
      incident[high].push(edges.length);
      edges.push({ low, high, ...termBetween(graph, variable, other) });
    }
  }
  return { variables: original.map((variable) => graph.variables[variable]), edges, incident, original };
}

/** Cost of a value (by place) for every variable; Infinity where an edge forbids it. */
export function coreCost({ variables, edges }: Core, places: ArrayLike<number>): number {
  let total = 0;
  variables.forEach(({ cost }, k) => (total += cost[places[k]]));
  for (const { low, high, weight, time, shape } of edges) {
    const net = variables[high].values[places[high]] + time - variables[low].values[places[low]];
    if (net < 0) return Infinity;
    if (weight > 0) total += weight * shape[net];
  }
  return total;
}
