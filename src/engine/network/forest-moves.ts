import { uniformDraws } from "../math/random";
import type { Core } from "./core";
import { LeastCover } from "./least-cover";
import type { LiveValues } from "./live-values";

/**
 * Improves a choice of values: variables drawn at random, as many as make no cycle among themselves, are chosen anew all at once, exactly, by
 * dynamic programming along their trees, the others held. More than half of a core moves in one round, in less time than a sweep of bounds takes.
 */
export class ForestMoves {
  private readonly uniform = uniformDraws(1);
  private readonly order: Int32Array;
  /** Union-find over variables in the forest; -1 for those that are held. */
  private readonly root: Int32Array;
  private readonly sums: Float64Array[];
  private readonly choice: Int32Array[];
  private readonly message: Float64Array;
  private readonly cover: LeastCover;

  constructor(private readonly core: Core) {
    const { variables } = core;
    this.order = Int32Array.from(variables.keys());
    this.root = new Int32Array(variables.length);
    this.sums = variables.map(({ values }) => new Float64Array(values.length));
    const most = Math.max(...variables.map(({ values }) => values.length));
    this.choice = variables.map(() => new Int32Array(most));
    this.message = new Float64Array(most);
    this.cover = new LeastCover(most);
  }

  /** One round over the live values and those chosen: never dearer than `best`. */
  round(live: LiveValues, best: Int32Array): Int32Array {
    this.draw();
    const { variables, edges, incident } = this.core;
    const places = live.places.map((list, variable) => withPlace(list, best[variable]));
    const result = best.slice();
    const seen = new Uint8Array(variables.length);
    const parent = new Int32Array(variables.length);
    const upward = new Int32Array(variables.length);
    for (const start of this.order) {
      if (this.root[start] < 0 || seen[start] === 1) continue;
      seen[start] = 1;
      parent[start] = -1;
      const tree = [start];
      for (const variable of tree) {
        for (const at of incident[variable]) {
          const other = edges[at].low === variable ? edges[at].high : edges[at].low;
          if (this.root[other] < 0 || seen[other] === 1) continue;
          seen[other] = 1;
          parent[other] = variable;
          upward[other] = at;
          tree.push(other);
        }
      }
      for (const variable of tree) this.start(variable, places[variable], best);
      for (let k = tree.length - 1; k > 0; k--) {
        const variable = tree[k];
        const edge = edges[upward[variable]];
        const above = parent[variable];
        this.cover.find(
          edge,
          edge.low === variable ? "outbound" : "inbound",
          { values: variables[variable].values, places: places[variable] },
          this.sums[variable],
          { values: variables[above].values, places: places[above] },
          this.message,
          this.choice[variable],
        );
        const sums = this.sums[above];
        for (const place of places[above]) sums[place] += this.message[place];
      }
      for (const variable of tree) {
        const above = parent[variable];
        result[variable] =
          above < 0 ? leastAt(this.sums[variable], places[variable]) : this.choice[variable][result[above]];
      }
    }
    return result;
  }

  /** Draws the forest: variables in random order, each unless it would close a cycle. */
  private draw(): void {
    const { order, root, uniform } = this;
    for (let k = order.length - 1; k > 0; k--) {
      const other = Math.floor(uniform() * (k + 1));
      [order[k], order[other]] = [order[other], order[k]];
    }
    root.fill(-1);
    const top = (variable: number): number => {
      while (root[variable] !== variable) variable = root[variable] = root[root[variable]];
      return variable;
    };
    const { edges, incident } = this.core;
    for (const variable of order) {
      const met: number[] = [];
      for (const at of incident[variable]) {
        const other = edges[at].low === variable ? edges[at].high : edges[at].low;
        if (root[other] >= 0) met.push(top(other));
      }
      if (new Set(met).size < met.length) continue;
      root[variable] = variable;
      for (const other of met) root[other] = variable;
    }
  }

  /** Own cost and the stock beside neighbours that are held. */
  private start(variable: number, places: Int32Array, best: Int32Array): void {
    const { variables, edges, incident } = this.core;
    const { values, cost } = variables[variable];
    const sums = this.sums[variable];
    for (const place of places) sums[place] = cost[place];
    for (const at of incident[variable]) {
      const { low, high, weight, time, shape } = edges[at];
      const isLow = low === variable;
      const other = isLow ? high : low;
      if (this.root[other] >= 0) continue;
      const held = variables[other].values[best[other]];
      for (const place of places) {
        const net = isLow ? held + time - values[place] : values[place] + time - held;
        if (net < 0) sums[place] = Infinity;
        else if (weight > 0) sums[place] += weight * shape[net];
      }
    }
  }
}

function leastAt(sums: Float64Array, places: Int32Array): number {
  return places.reduce((at, place) => (sums[place] < sums[at] ? place : at), places[0]);
}

/** Ascending, with one more where it is not there. */
function withPlace(places: Int32Array, place: number): Int32Array {
  return places.includes(place) ? places : Int32Array.of(...places, place).sort();
}
