import { coreCost, type Core } from "./core";
import { DualAscent } from "./dual-ascent";
import { eliminate, eliminationOrder } from "./eliminate";
import { ForestMoves } from "./forest-moves";
import { LiveValues } from "./live-values";
import { OpenParts, type Part } from "./open-parts";

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
  /** Parts searched in one dive. */
  dive: 40,
  /** Share of the gap within which values count as undecided. */
  undecided: 0.15,
  /** Steps of an exact elimination inside the search. */
  elimination: 4e5,
  /** Moves start from what the messages say in every so many double sweeps of the first bound, for so many rounds; else from the best, for one. */
  afresh: 4,
};

/** Most double sweeps, and the share of the gap that each of them has to close. */
const sweeping = {
  root: { sweeps: 3000, worth: 0.0002 },
  part: { sweeps: 20, worth: 0.002 },
};

/**
 * Exact search over a core: bounds by dual ascent take out values that cannot beat the incumbent; what then fits into tables is
 * eliminated exactly, what does not is branched on.
 */
export class CoreSearch {
  private readonly ascent: DualAscent;
  private readonly moves: ForestMoves;
  private best: Int32Array;
  private cost: number;
  /** Proven so far, for all that is searched. */
  private bound = 0;
  private tell: () => void = () => undefined;

  constructor(
    private readonly core: Core,
    private readonly limits: Limits,
  ) {
    this.ascent = new DualAscent(core);
    this.moves = new ForestMoves(core);
    this.best = Int32Array.from(core.variables, ({ values }, k) => (isLow(core, k) ? 0 : values.length - 1));
    this.cost = coreCost(core, this.best);
  }

  /** The best found so far and what is proven of it. */
  get reached(): { readonly cost: number; readonly bound: number } {
    return { cost: this.cost, bound: Math.min(this.bound, this.ceiling) };
  }

  /**
   * Best first, so that the bound grows, in short dives, so that the incumbent improves. `tell` is called whenever `reached` may have
   * changed.
   */
  run(tell: () => void): CoreOptimum {
    this.tell = tell;
    const open = new OpenParts();
    const root = LiveValues.all(this.core);
    if (this.settle({ live: root, bound: 0, depth: 0 }) === undefined) return this.result(this.ceiling);
    open.add({ live: root, bound: this.bound, depth: 0 });
    this.ascent.keep();
    for (let part = open.take(); part !== undefined; part = open.take()) {
      this.bound = Math.max(this.bound, part.bound);
      if (this.bound >= this.ceiling) break;
      if (this.limits.stop()) return this.result(this.bound);
      this.ascent.recall();
      this.dive(part, open);
      tell();
    }
    // Values were taken out for costing no less than a ceiling, none of which was below the last.
    return this.result(this.ceiling);
  }

  private result(bound: number): CoreOptimum {
    this.bound = bound;
    return { places: this.best, ...this.reached };
  }

  /** Searches a part depth first for a while; what is left of it stays open. */
  private dive(start: Part, open: OpenParts): void {
    const left = [start];
    for (let steps = 0; left.length > 0; steps++) {
      const part = left.pop()!;
      if (steps >= effort.dive || this.limits.stop()) {
        open.add(part);
        continue;
      }
      if (steps > 0) this.ascent.revive();
      const settled = steps === 0 && part.depth === 0 ? part : this.settle(part);
      if (settled === undefined) continue;
      const [first, second] = this.split(settled.live, this.cost - settled.bound);
      const { bound, depth } = settled;
      left.push({ live: second, bound, depth: depth + 1 }, { live: first, bound, depth: depth + 1 });
    }
  }

  /** Tightens a part and solves it if it fits into tables; the part with its bound where something is left to search in it. */
  private settle({ live, bound: inherited, depth }: Part): Part | undefined {
    if (inherited >= this.ceiling || !live.enforceBounds(this.core)) return undefined;
    const bound = Math.max(inherited, this.tighten(live, depth === 0 ? "root" : "part"));
    if (bound >= this.ceiling) return undefined;
    const order = eliminationOrder(this.core, live, effort.elimination);
    if (order === undefined) return { live, bound, depth };
    this.offer(eliminate(this.core, live, order).places);
    return undefined;
  }

  private offer(places: Int32Array): void {
    const cost = coreCost(this.core, places);
    if (cost > this.cost) return;
    // Of equal cost: somewhere else to go on from.
    this.best = places.slice();
    if (cost === this.cost) return;
    this.cost = cost;
    this.tell();
  }

  private get ceiling(): number {
    return this.cost * (1 - this.limits.tolerance);
  }

  private tighten(live: LiveValues, where: keyof typeof sweeping): number {
    // The first sweep only freshens the messages: its own sums may rest on values that are back.
    this.ascent.sweep(live, true, -Infinity, Infinity);
    this.ascent.startLeaps();
    let bound = -Infinity;
    const { sweeps, worth } = sweeping[where];
    for (let k = 0; k < sweeps && bound < this.ceiling; k++) {
      const before = bound;
      const back = this.ascent.sweep(live, false, bound, this.ceiling);
      if (back === Infinity) return Math.max(this.ceiling, bound);
      bound = Math.max(bound, back);
      const decoded = this.ascent.decode(live);
      if (decoded !== undefined) this.offer(decoded);
      if (where === "root") this.improve(live, k % effort.afresh === 0 ? decoded : undefined);
      const forth = this.ascent.sweep(live, true, bound, this.ceiling);
      if (forth === Infinity) return Math.max(this.ceiling, bound);
      bound = Math.max(bound, forth);
      bound = this.ascent.leap(live, bound);
      if (where === "root") this.bound = Math.max(this.bound, bound);
      this.tell();
      if (this.limits.stop()) break;
      if (k > 5 && bound - before < worth * (this.cost - bound)) break;
    }
    return bound;
  }

  /** Looks for a better choice from `start`, from the best where there is none. */
  private improve(live: LiveValues, start: Int32Array | undefined): void {
    let places = start ?? this.best;
    for (let round = 0; round < (start === undefined ? 1 : effort.afresh); round++)
      places = this.moves.round(live, places);
    this.offer(places);
  }

  /**
   * Two parts of the values of one variable, cut between those that look best; the part with the very best first. The variable is the one
   * whose undecided values make the most difference to the stock beside it: they lie far apart, at a site where time is dear.
   */
  private split(live: LiveValues, gap: number): [LiveValues, LiveValues] {
    const { variables, incident, edges } = this.core;
    const reduced = this.ascent.reducedCosts;
    let chosen = -1;
    let most = -1;
    let middle = 0;
    live.places.forEach((places, variable) => {
      if (places.length < 2) return;
      const { values } = variables[variable];
      const near = places.filter((place) => reduced[variable][place] <= effort.undecided * gap);
      const span = near.length < 2 ? 0 : values[near[near.length - 1]] - values[near[0]];
      const weight = incident[variable].reduce((sum, at) => sum + edges[at].weight, 0);
      const score = Math.sqrt(span) * weight;
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
