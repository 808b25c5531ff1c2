import type { Core } from "./core";
import type { LiveValues } from "./live-values";

/** A cost of several variables as a table; the last of the scope runs fastest. */
interface CostTable {
  readonly scope: readonly number[];
  readonly costs: Float64Array;
}

export interface Elimination {
  readonly cost: number;
  /** Place of the chosen value of each variable. */
  readonly places: Int32Array;
}

/**
 * The order in which variables with a choice left go, the one that makes the smallest table first, if all tables together
 * take at most `limit` steps; undefined where they would not.
 */
export function eliminationOrder(core: Core, live: LiveValues, limit: number): number[] | undefined {
  const sizes = live.places.map(({ length }) => length);
  const neighbours = new Map<number, Set<number>>();
  sizes.forEach((size, variable) => {
    if (size > 1) neighbours.set(variable, new Set());
  });
  for (const { low, high } of core.edges) {
    if (sizes[low] < 2 || sizes[high] < 2) continue;
    neighbours.get(low)!.add(high);
    neighbours.get(high)!.add(low);
  }
  const weight = (variable: number) => {
    let product = sizes[variable];
    for (const other of neighbours.get(variable)!) product *= sizes[other];
    return product;
  };
  const weights = new Map([...neighbours.keys()].map((variable) => [variable, weight(variable)]));
  const order: number[] = [];
  let work = 0;
  while (weights.size > 0) {
    let next = -1;
    let least = Infinity;
    for (const [variable, product] of weights) {
      if (product < least) {
        least = product;
        next = variable;
      }
    }
    work += least;
    if (next < 0 || work > limit) return undefined;
    order.push(next);
    const around = [...neighbours.get(next)!];
    weights.delete(next);
    neighbours.delete(next);
    for (const a of around) neighbours.get(a)!.delete(next);
    for (const a of around) for (const b of around) if (a !== b) neighbours.get(a)!.add(b);
    for (const a of around) weights.set(a, weight(a));
  }
  return order;
}

/** The cheapest values among those live, exact, by eliminating variables one after the other (Dechter's bucket elimination). */
export function eliminate(core: Core, live: LiveValues, order: readonly number[]): Elimination {
  const places = Int32Array.from(live.places, (list) => list[0]);
  const sizes = live.places.map(({ length }) => length);
  let open = startTables(core, live);
  let constant = 0;
  const buckets: CostTable[][] = [];
  const settle = (tables: CostTable[]) => {
    for (const { scope, costs } of tables) if (scope.length === 0) constant += costs[0];
    return tables.filter(({ scope }) => scope.length > 0);
  };
  open = settle(open);
  for (const variable of order) {
    const bucket = open.filter(({ scope }) => scope.includes(variable));
    open = open.filter((table) => !bucket.includes(table));
    buckets.push(bucket);
    open.push(...settle([withoutVariable(bucket, variable, sizes)]));
  }
  const chosen = new Int32Array(sizes.length);
  for (let k = order.length - 1; k >= 0; k--) {
    const variable = order[k];
    let best = Infinity;
    for (let a = 0; a < sizes[variable]; a++) {
      const wasChosen = chosen[variable];
      chosen[variable] = a;
      const cost = buckets[k].reduce((sum, table) => sum + lookUp(table, chosen, sizes), 0);
      if (cost < best) best = cost;
      else chosen[variable] = wasChosen;
    }
    places[variable] = live.places[variable][chosen[variable]];
  }
  return { cost: constant, places };
}

/** Tables of single variables and of edges over the live values; variables without a choice are put in. */
function startTables({ variables, edges }: Core, live: LiveValues): CostTable[] {
  const free = (variable: number) => live.places[variable].length > 1;
  const tables = variables.map(({ cost }, variable) => ({
    scope: free(variable) ? [variable] : [],
    costs: Float64Array.from(live.places[variable], (place) => cost[place]),
  }));
  for (const { low, high, weight, time, shape } of edges) {
    const lows = live.places[low];
    const highs = live.places[high];
    const costs = new Float64Array(lows.length * highs.length);
    let at = 0;
    for (const a of lows) {
      for (const b of highs) {
        const net = variables[high].values[b] + time - variables[low].values[a];
        costs[at++] = net < 0 ? Infinity : weight === 0 ? 0 : weight * shape[net];
      }
    }
    tables.push({ scope: [low, high].filter(free), costs });
  }
  return tables;
}

/** The sum of the tables, minimised over one variable. */
function withoutVariable(
  bucket: readonly CostTable[],
  variable: number,
  sizes: readonly number[],
): CostTable {
  const scope = [...new Set(bucket.flatMap((table) => table.scope))].filter((other) => other !== variable);
  const total = scope.reduce((product, other) => product * sizes[other], 1);
  const costs = new Float64Array(total);
  const strides = bucket.map((table) => stridesOf(table.scope, sizes));
  const own = bucket.map((table, t) => strides[t][table.scope.indexOf(variable)]);
  const moves = scope.map((other) =>
    bucket.map((table, t) => (table.scope.includes(other) ? strides[t][table.scope.indexOf(other)] : 0)),
  );
  const base = new Int32Array(bucket.length);
  const digits = new Int32Array(scope.length);
  const choices = sizes[variable];
  const tables = bucket.map((table) => table.costs);
  const sums = new Float64Array(choices);
  for (let at = 0; at < total; at++) {
    sums.fill(0);
    for (let t = 0; t < tables.length; t++) {
      const table = tables[t];
      for (let a = 0, from = base[t]; a < choices; a++, from += own[t]) sums[a] += table[from];
    }
    let best = Infinity;
    for (let a = 0; a < choices; a++) if (sums[a] < best) best = sums[a];
    costs[at] = best;
    for (let d = scope.length - 1; d >= 0; d--) {
      if (++digits[d] < sizes[scope[d]]) {
        for (let t = 0; t < base.length; t++) base[t] += moves[d][t];
        break;
      }
      digits[d] = 0;
      for (let t = 0; t < base.length; t++) base[t] -= moves[d][t] * (sizes[scope[d]] - 1);
    }
  }
  return { scope, costs };
}

function stridesOf(scope: readonly number[], sizes: readonly number[]): number[] {
  const strides = new Array<number>(scope.length).fill(1);
  for (let k = scope.length - 2; k >= 0; k--) strides[k] = strides[k + 1] * sizes[scope[k + 1]];
  return strides;
}

function lookUp({ scope, costs }: CostTable, chosen: Int32Array, sizes: readonly number[]): number {
  let at = 0;
  for (const variable of scope) at = at * sizes[variable] + chosen[variable];
  return costs[at];
}
