import type { StockTerm } from "./service-graph";

/**
 * Cheapest cost of one variable for every value of its neighbour: for x in `values` with `cost`, the minimum over the x that the
 * neighbour's value allows, and the place of an x that attains it.
 */
export interface Projection {
  readonly cost: Float64Array;
  readonly choice: Int32Array;
}

/** x is the outbound time, at most the neighbour (an inbound time) plus the term's time. */
export function projectOutbound(
  { weight, time }: StockTerm,
  values: Int32Array,
  cost: Float64Array,
  onto: Int32Array,
): Projection {
  const result = empty(onto.length);
  const root = roots(onto[onto.length - 1] + time);
  let best = Infinity;
  let at = -1;
  for (let b = 0, a = 0; b < onto.length; b++) {
    const ready = onto[b] + time;
    if (weight > 0) {
      best = Infinity;
      a = 0;
    }
    for (; a < values.length && values[a] <= ready; a++) {
      const candidate = weight > 0 ? cost[a] + weight * root[ready - values[a]] : cost[a];
      if (candidate < best) {
        best = candidate;
        at = a;
      }
    }
    result.cost[b] = best;
    result.choice[b] = at;
  }
  return result;
}

/** x is the inbound time, at least the neighbour (an outbound time) less the term's time. */
export function projectInbound(
  { weight, time }: StockTerm,
  values: Int32Array,
  cost: Float64Array,
  onto: Int32Array,
): Projection {
  const result = empty(onto.length);
  const last = values.length - 1;
  const root = roots(values[last] + time);
  let best = Infinity;
  let at = -1;
  for (let b = onto.length - 1, a = last; b >= 0; b--) {
    if (weight > 0) {
      best = Infinity;
      a = last;
    }
    for (; a >= 0 && values[a] + time >= onto[b]; a--) {
      const candidate = weight > 0 ? cost[a] + weight * root[values[a] + time - onto[b]] : cost[a];
      if (candidate <= best) {
        best = candidate;
        at = a;
      }
    }
    result.cost[b] = best;
    result.choice[b] = at;
  }
  return result;
}

let rootTable = new Float64Array(0);

/** Square roots of 0 to `most` at least. */
export function roots(most: number): Float64Array {
  if (rootTable.length <= most)
    rootTable = Float64Array.from({ length: 2 * most + 2 }, (_, k) => Math.sqrt(k));
  return rootTable;
}

function empty(length: number): Projection {
  return { cost: new Float64Array(length), choice: new Int32Array(length) };
}
