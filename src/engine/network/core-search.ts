import { coreCost, type Core } from "./core";
import { DualAscent } from "./dual-ascent";
import { eliminate, eliminationOrder } from "./eliminate";
import { LiveValues } from "./live-values";

export interface CoreOptimum {
  /** Place of the best value of each variable. */
  readonly places: Int32Array;
  readonly cost: number;
  /** No choice costs less than this. */
  readonly bound: number;
}

interface Limits {
  /** Costs this close to the best, as a share of it, are as good. */
  readonly tolerance: number;
  readonly stop: () => boolean;
}

const effort = {
  rootSweeps: 300,
  nodeSweeps: 12,
  /** Parts searched before the first new beginning. */
  firstNodes: 100,
  /** Share of the gap within which values count as undecided. */
  undecided: 0.05,
  /** Steps of an exact elimination inside the search, and at its end. */
  elimination: 4e5,
  neighbourhood: 5e4,
  /** Variables from one start of a neighbourhood to the next, and the most in one. */
  stride: 10,
  reach: 60,
};

/**
 * Exact search over a core: bounds by dual ascent take out values that cannot beat the incumbent; what then fits into tables is
 * eliminated exactly, what does not is branched on.
 */
export class CoreSearch {
  private readonly ascent: DualAscent;
  private best: Int32Array;
  private cost: number;
  /** Proven so far, for all that is searched. */
  private bound = 0;
  private nodesLeft = 0;
  private improved = false;
  private tell: () => void = () => undefined;

  constructor(
    private readonly core: Core,
    private readonly limits: Limits,
  ) {
    this.ascent = new DualAscent(core);
    this.best = Int32Array.from(core.variables, ({ values }, k) => (isLow(core, k) ? 0 : values.length - 1));
    this.cost = coreCost(core, this.best);
  }

  /** The best found so far and what is proven of it. */
  get reached(): { readonly cost: number; readonly bound: number } {
    return { cost: this.cost, bound: Math.min(this.bound, this.ceiling) };
  }

  /** `tell` is called whenever `reached` may have changed. */
  run(tell: () => void): CoreOptimum {
    this.tell = tell;
    const live = LiveValues.all(this.core);
    for (let budget: number = effort.firstNodes; ; budget *= 2) {
      this.nodesLeft = budget;
      this.improved = false;
      this.ascent.revive();
      this.bound = Math.max(this.bound, this.explore(live, this.bound, 0));
      tell();
      if (this.bound >= this.ceiling || this.limits.stop()) break;
    }
    // Values were taken out for costing no less than a ceiling, none of which was below the last.
    return { places: this.best, ...this.reached };
  }

  /** A better incumbent takes values out at the root, so once enough was searched without it, it is worth to begin anew. */
  private get halted(): boolean {
    return (this.improved && this.nodesLeft < 0) || this.limits.stop();
  }

  private offer(places: Int32Array): void {
    const cost = coreCost(this.core, places);
    if (cost < this.cost) {
      this.cost = cost;
      this.best = places.slice();
      this.improved = true;
      this.tell();
    }
  }

  /** Searches the live values; returns a bound below which none of them can cost. */
  private explore(live: LiveValues, inherited: number, depth: number): number {
    this.nodesLeft--;
    if (!live.enforceBounds(this.core)) return Infinity;
    const bound = Math.max(inherited, this.tighten(live, depth));
    if (bound >= this.ceiling) return bound;
    const order = eliminationOrder(this.core, live, effort.elimination);
    if (order !== undefined) {
      const { cost, places } = eliminate(this.core, live, order);
      this.offer(places);
      return Math.max(bound, cost);
    }
    if (this.halted) return bound;
    const [first, second] = this.split(live, this.cost - bound);
    const left = this.explore(first, bound, depth + 1);
    if (this.halted || this.ceiling <= bound) return Math.min(left, bound);
    this.ascent.revive();
    return Math.min(left, this.explore(second, bound, depth + 1));
  }

  private get ceiling(): number {
    return this.cost * (1 - this.limits.tolerance);
  }

  private tighten(live: LiveValues, depth: number): number {
    // The first sweep only freshens the messages: its own sums may rest on values that are back.
    this.ascent.sweep(live, true, -Infinity, Infinity);
    let bound = -Infinity;
    const sweeps = depth === 0 ? effort.rootSweeps : effort.nodeSweeps;
    for (let k = 0; k < sweeps && bound < this.ceiling; k++) {
      const before = bound;
      const back = this.ascent.sweep(live, false, bound, this.ceiling);
      if (back === Infinity) return Math.max(this.ceiling, bound);
      bound = Math.max(bound, back);
      const decoded = this.ascent.decode(live);
      if (decoded !== undefined) this.offer(decoded);
      if (depth === 0 && k % 10 === 5) {
        this.improveNearBound(live, this.cost - bound);
        if (k % 30 === 5) this.improveAround(Math.floor(k / 30) % effort.stride);
      }
      const forth = this.ascent.sweep(live, true, bound, this.ceiling);
      if (forth === Infinity) return Math.max(this.ceiling, bound);
      bound = Math.max(bound, forth);
      if (depth === 0) this.bound = Math.max(this.bound, bound);
      this.tell();
      if (this.limits.stop()) break;
      if (k > 5 && bound - before < 0.002 * (this.cost - bound)) break;
    }
    return bound;
  }

  /** Solves exactly over the values of least reduced cost and the incumbent's, as many as fit. */
  private improveNearBound(live: LiveValues, gap: number): void {
    const reduced = this.ascent.reducedCosts;
    for (let most = gap / 2; most > gap / 5000; most /= 2) {
      const near = live.copy();
      near.places.forEach((_, variable) =>
        near.keep(variable, (place) => reduced[variable][place] <= most || place === this.best[variable]),
      );
      if (!near.enforceBounds(this.core)) return;
      const order = eliminationOrder(this.core, near, effort.elimination);
      if (order !== undefined) return this.offer(eliminate(this.core, near, order).places);
    }
  }

  /** Holds most variables at the incumbent and solves the rest exactly, one neighbourhood after the other. */
  private improveAround(first: number): void {
    const { variables } = this.core;
    const all = LiveValues.all(this.core);
    for (let start = first; start < variables.length && !this.limits.stop(); start += effort.stride) {
      const near = this.nearest(start);
      for (let count = near.length; count > 1; count = Math.floor(0.7 * count)) {
        const free = new Set(near.slice(0, count));
        const live = all.held(this.best, (variable) => !free.has(variable));
        const order = eliminationOrder(this.core, live, effort.neighbourhood);
        if (order === undefined) continue;
        this.offer(eliminate(this.core, live, order).places);
        break;
      }
    }
  }

  /** Variables by distance from one. */
  private nearest(start: number): number[] {
    const { incident, edges } = this.core;
    const found = new Set([start]);
    for (const variable of found) {
      for (const at of incident[variable]) {
        if (found.size >= effort.reach) return [...found];
        found.add(edges[at].low === variable ? edges[at].high : edges[at].low);
      }
    }
    return [...found];
  }

  /**
   * Two parts of the values of the variable that tables suffer from most, cut between the values that look best; the part with the very
   * best first.
   */
  private split(live: LiveValues, gap: number): [LiveValues, LiveValues] {
    const { incident, edges } = this.core;
    const reduced = this.ascent.reducedCosts;
    let chosen = -1;
    let most = -1;
    let middle = 0;
    live.places.forEach((places, variable) => {
      if (places.length < 2) return;
      const near = places.filter((place) => reduced[variable][place] <= effort.undecided * gap);
      const around = incident[variable].reduce((sum, at) => {
        const other = edges[at].low === variable ? edges[at].high : edges[at].low;
        return sum + Math.log2(live.places[other].length);
      }, 0);
      const score = Math.log2(places.length) * (1 + around);
      if (score <= most) return;
      most = score;
      chosen = variable;
      const among = near.length > 1 ? near : places;
      middle = among[(among.length >> 1) - 1];
    });
    const best = live.places[chosen].reduce(
      (at, place) => (reduced[chosen][place] < reduced[chosen][at] ? place : at),
      live.places[chosen][0],
    );
    const parts: [LiveValues, LiveValues] = [live.copy(), live.copy()];
    parts[0].keep(chosen, (place) => place <= middle === best <= middle);
    parts[1].keep(chosen, (place) => place <= middle !== best <= middle);
    return parts;
  }
}

function isLow({ edges, incident }: Core, variable: number): boolean {
  return edges[incident[variable][0]].low === variable;
}
