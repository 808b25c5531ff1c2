import type { Core, CoreEdge } from "./core";
import type { LiveValues } from "./live-values";
import { LeastCover } from "./least-cover";

/** What becomes of the length of leaps after one that paid, and after one that did not. */
const leaps = { longer: 1.5, shorter: 0.5 };

/**
 * A lower bound on the cost of a core by sequential tree-reweighted message passing (Kolmogorov 2006): costs are moved along edges so
 * that the sum of the minima of the trees grows with every sweep. Any messages give a valid bound, so they live on from one part
 * of the search to the next.
 */
export class DualAscent {
  /** All messages in a row; then those of each edge into its low and its high variable, by place. */
  private readonly messages: Float64Array;
  private readonly intoLow: Float64Array[];
  private readonly intoHigh: Float64Array[];
  private readonly earlier: readonly (readonly number[])[];
  private readonly later: readonly (readonly number[])[];
  private readonly marginal: Float64Array[];
  private kept = new Float64Array(0);
  /** Messages when the latest leap began, and how far the next goes on. */
  private readonly origin: Float64Array;
  private stride = 1;
  private readonly scratch: Float64Array;
  private readonly cover: LeastCover;

  constructor(private readonly core: Core) {
    const { variables, edges, incident } = core;
    const count = (variable: number) => variables[variable].values.length;
    this.messages = new Float64Array(edges.reduce((sum, { low, high }) => sum + count(low) + count(high), 0));
    this.origin = new Float64Array(this.messages.length);
    let used = 0;
    const part = (variable: number) => this.messages.subarray(used, (used += count(variable)));
    this.intoLow = edges.map(({ low }) => part(low));
    this.intoHigh = edges.map(({ high }) => part(high));
    this.later = incident.map((list, variable) => list.filter((at) => other(edges[at], variable) > variable));
    this.earlier = incident.map((list, variable) =>
      list.filter((at) => other(edges[at], variable) < variable),
    );
    this.marginal = variables.map((_, variable) => new Float64Array(count(variable)));
    this.scratch = new Float64Array(Math.max(...variables.map(({ values }) => values.length)));
    this.cover = new LeastCover(this.scratch.length);
  }

  /** Least reduced cost of each value met in the latest sweep, by place; 0 for the best of a variable. */
  get reducedCosts(): readonly Float64Array[] {
    return this.marginal;
  }

  /**
   * One sweep over all variables; gives the bound after it, Infinity where nothing is left. With `known` (a bound that held before this
   * sweep, while messages were fresh) and `ceiling`, values that cannot cost less than the ceiling are taken out of `live`.
   */
  sweep(live: LiveValues, forward: boolean, known: number, ceiling: number): number {
    const count = this.core.variables.length;
    let bound = 0;
    for (let step = 0; step < count; step++) {
      const variable = forward ? step : count - 1 - step;
      const least = this.gather(variable, live);
      if (least === Infinity) return Infinity;
      if (live.keepUpTo(variable, this.marginal[variable], ceiling - known) === 0) return Infinity;
      bound += least;
      const share = 1 / Math.max(this.earlier[variable].length, this.later[variable].length);
      for (const at of forward ? this.later[variable] : this.earlier[variable]) {
        bound += this.send(at, variable, share, live);
      }
    }
    return bound;
  }

  /** Values by place that follow the messages: each the best given those before it; undefined where they lead into a dead end. */
  decode(live: LiveValues): Int32Array | undefined {
    const { variables, edges } = this.core;
    const { scratch } = this;
    const chosen = new Int32Array(variables.length);
    for (let variable = 0; variable < variables.length; variable++) {
      const { values, cost } = variables[variable];
      const places = live.places[variable];
      scratch.set(cost);
      for (const at of this.later[variable])
        add(scratch, (edges[at].low === variable ? this.intoLow : this.intoHigh)[at], places);
      for (const at of this.earlier[variable]) {
        const { low, high, weight, time, shape } = edges[at];
        const isLow = low === variable;
        const sign = isLow ? -1 : 1;
        const rest = isLow
          ? variables[high].values[chosen[high]] + time
          : time - variables[low].values[chosen[low]];
        for (let k = 0; k < places.length; k++) {
          const net = rest + sign * values[places[k]];
          if (net < 0) scratch[places[k]] = Infinity;
          else if (weight > 0) scratch[places[k]] += weight * shape[net];
        }
      }
      let best = Infinity;
      for (let k = 0; k < places.length; k++) {
        if (scratch[places[k]] >= best) continue;
        best = scratch[places[k]];
        chosen[variable] = places[k];
      }
      if (best === Infinity) return undefined;
    }
    return chosen;
  }

  /** Keeps the messages as they are, for `recall`. */
  keep(): void {
    this.kept = this.messages.slice();
  }

  recall(): void {
    this.messages.set(this.kept);
    this.revive();
  }

  /** Messages of values that were out for a while may say "never": forget those. */
  revive(): void {
    const { messages } = this;
    for (let k = 0; k < messages.length; k++) if (!Number.isFinite(messages[k])) messages[k] = 0;
  }

  /** Leaps go on from here. */
  startLeaps(): void {
    this.origin.set(this.messages);
    this.stride = 1;
  }

  /**
   * Near its limit message passing creeps: sweep after sweep goes much the same way. This goes on from where the last leap began, past where
   * the messages are, and stays there if a sweep then finds a bound above `known`, which holds now (a pattern move, Hooke and Jeeves 1961).
   * Returns the bound that holds after it.
   */
  leap(live: LiveValues, known: number): number {
    const { messages, origin, stride } = this;
    for (let k = 0; k < messages.length; k++) {
      const now = messages[k];
      const step = now - origin[k];
      origin[k] = now;
      if (step < Infinity && step > -Infinity) messages[k] = now + stride * step;
    }
    const reached = this.sweep(live, false, -Infinity, Infinity);
    if (reached > known) {
      this.stride *= leaps.longer;
      this.sweep(live, true, reached, Infinity);
      return reached;
    }
    messages.set(origin);
    this.stride *= leaps.shorter;
    return known;
  }

  /** Sums cost and messages of one variable, less their minimum, which it returns. */
  private gather(variable: number, live: LiveValues): number {
    const { variables, edges, incident } = this.core;
    const marginal = this.marginal[variable];
    const places = live.places[variable];
    marginal.set(variables[variable].cost);
    for (const at of incident[variable])
      add(marginal, (edges[at].low === variable ? this.intoLow : this.intoHigh)[at], places);
    return lessLeast(marginal, places);
  }

  /** Sends the message of an edge away from `variable`, less its minimum, which it returns. */
  private send(at: number, variable: number, share: number, live: LiveValues): number {
    const { variables, edges } = this.core;
    const { low, high } = edges[at];
    const fromLow = low === variable;
    const back = (fromLow ? this.intoLow : this.intoHigh)[at];
    const out = (fromLow ? this.intoHigh : this.intoLow)[at];
    const marginal = this.marginal[variable];
    const { scratch } = this;
    const mine = live.places[variable];
    const target = live.places[fromLow ? high : low];
    for (let k = 0; k < mine.length; k++) {
      const place = mine[k];
      scratch[place] = share * marginal[place] - back[place];
    }
    this.cover.find(
      edges[at],
      fromLow ? "outbound" : "inbound",
      { values: variables[variable].values, places: mine },
      scratch,
      { values: variables[fromLow ? high : low].values, places: target },
      out,
    );
    return lessLeast(out, target);
  }
}

// Plain loops: these are most of the time that a search takes.

function add(sums: Float64Array, message: Float64Array, places: Int32Array): void {
  for (let k = 0; k < places.length; k++) sums[places[k]] += message[places[k]];
}

/** Takes the least off all of them and returns it. */
function lessLeast(numbers: Float64Array, places: Int32Array): number {
  let least = Infinity;
  for (let k = 0; k < places.length; k++) if (numbers[places[k]] < least) least = numbers[places[k]];
  for (let k = 0; k < places.length; k++) numbers[places[k]] -= least;
  return least;
}

function other({ low, high }: CoreEdge, variable: number): number {
  return low === variable ? high : low;
}
