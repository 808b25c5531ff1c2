import { longestReplenishment, type Network } from "./network";
import { noStock, type StockTerm } from "./stock-term";

/** What one service time may be, and what each choice costs by itself. */
export interface ServiceVariable {
  /** Ascending. */
  readonly values: Int32Array;
  readonly cost: Float64Array;
}

/**
 * The guaranteed-service model as a graph of service times. Variable 2i is the inbound, 2i + 1 the outbound service time of site i.
 * Neighbours: the two of one site share its stock term; an outbound time is at most the inbound times of its customers.
 */
export interface ServiceGraph {
  readonly variables: ServiceVariable[];
  readonly terms: readonly StockTerm[];
  readonly neighbours: Set<number>[];
}

export const inboundOf = (site: number) => 2 * site;
export const outboundOf = (site: number) => 2 * site + 1;
export const isInbound = (variable: number) => (variable & 1) === 0;
export const siteOf = (variable: number) => variable >> 1;

/** What two neighbours cost: the outbound of them is at most the inbound plus `time`, the difference is covered by stock. */
export function termBetween({ terms }: ServiceGraph, a: number, b: number): StockTerm {
  return (a ^ b) === 1 ? terms[siteOf(a)] : noStock;
}

export function serviceGraph(network: Network, terms: readonly StockTerm[]): ServiceGraph {
  const { sites, suppliers } = network;
  const allowed = terms.every(({ isRoot }) => isRoot) ? cornerTimes(network) : wholeTimes(network);
  const neighbours = allowed.map(() => new Set<number>());
  const link = (a: number, b: number) => {
    neighbours[a].add(b);
    neighbours[b].add(a);
  };
  sites.forEach((_, i) => {
    link(inboundOf(i), outboundOf(i));
    for (const k of suppliers[i]) link(outboundOf(k), inboundOf(i));
  });
  // Costs in a row: thousands of small arrays would keep the garbage collector busy.
  const costs = new Float64Array(allowed.reduce((sum, values) => sum + values.length, 0));
  let used = 0;
  return {
    variables: allowed.map((values) => ({
      values,
      cost: costs.subarray(used, (used += values.length)),
    })),
    terms,
    neighbours,
  };
}

/**
 * The times worth trying where cost is concave. An optimum then lies in a corner of the constraints: every time hangs, through
 * constraints that hold with equality, on a bound (0, an external inbound time, a longest accepted time). All other values are left out.
 */
function cornerTimes(network: Network): Int32Array[] {
  const { sites, suppliers, customers } = network;
  const [low, high] = bounds(network);
  // Flags of all variables in a row, and the flags yet to be followed: many small arrays would take longer than the work itself.
  const first = new Int32Array(high.length + 1);
  high.forEach((most, variable) => (first[variable + 1] = first[variable] + most + 1));
  const marks = new Uint8Array(first[high.length]);
  const open: number[] = [];
  const mark = (variable: number, value: number) => {
    if (value < low[variable] || value > high[variable]) return;
    const at = first[variable] + value;
    if (marks[at] === 1) return;
    marks[at] = 1;
    open.push(variable, value);
  };
  sites.forEach(({ inboundTime, maxServiceTime }, i) => {
    mark(inboundOf(i), inboundTime);
    mark(outboundOf(i), 0);
    if (maxServiceTime !== undefined) mark(outboundOf(i), maxServiceTime);
  });
  while (open.length > 0) {
    const value = open.pop()!;
    const variable = open.pop()!;
    const i = siteOf(variable);
    if (isInbound(variable)) {
      mark(outboundOf(i), value + sites[i].processingTime);
      for (const k of suppliers[i]) mark(outboundOf(k), value);
    } else {
      mark(inboundOf(i), value - sites[i].processingTime);
      for (const j of customers[i]) mark(inboundOf(j), value);
    }
  }
  const count = marks.reduce((sum, one) => sum + one, 0);
  const found = new Int32Array(count);
  let used = 0;
  return high.map((most, variable) => {
    const from = used;
    for (let value = 0; value <= most; value++)
      if (marks[first[variable] + value] === 1) found[used++] = value;
    return found.subarray(from, used);
  });
}

/** Every whole time: stock that is not concave may have its optimum anywhere. */
function wholeTimes(network: Network): Int32Array[] {
  const [low, high] = bounds(network);
  return low.map((least, variable) =>
    Int32Array.from({ length: high[variable] - least + 1 }, (_, k) => least + k),
  );
}

/** Lowest and highest value of each variable that any plan without slack needs. */
function bounds(network: Network): [low: number[], high: number[]] {
  const longest = longestReplenishment(network);
  const low: number[] = [];
  const high: number[] = [];
  for (const i of network.order) {
    const { inboundTime, processingTime, maxServiceTime = Infinity } = network.sites[i];
    low[inboundOf(i)] = inboundTime;
    high[inboundOf(i)] = network.suppliers[i].reduce(
      (most, k) => Math.max(most, high[outboundOf(k)]),
      inboundTime,
    );
    low[outboundOf(i)] = 0;
    high[outboundOf(i)] = Math.min(maxServiceTime, longest[i], high[inboundOf(i)] + processingTime);
  }
  return [low, high];
}
