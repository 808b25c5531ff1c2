import type { StockTerm } from "./stock-term";

/** The two times that share a stock term: the outbound is at most the inbound plus the term's time. */
export type Side = "outbound" | "inbound";

/** Values of one variable that are in question, by place, both ascending. */
export interface Choices {
  readonly values: Int32Array;
  readonly places: Int32Array;
}

/**
 * For every value in question of one side of a stock term the cheapest choice of the other: the least of `cost` plus the stock between
 * them, Infinity where the term allows none. `from` is on `side`. Results go to `least` and the places of the choices (-1 for none) to
 * `choice`, by place of `onto`.
 */
export class LeastCover {
  /** Candidates in the order in which they become possible, and targets in the order in which they see more of them. */
  private place: Int32Array;
  private position: Int32Array;
  private target: Int32Array;
  private ready: Int32Array;
  /** Envelope: candidates, the best on top, and up to when each of them is better than the one below it. */
  private readonly stack: Int32Array;
  private readonly until: Float64Array;
  private candidates = 0;
  private targets = 0;

  /** For variables of so many values at most. */
  constructor(most: number) {
    this.place = new Int32Array(most);
    this.position = new Int32Array(most);
    this.target = new Int32Array(most);
    this.ready = new Int32Array(most);
    this.stack = new Int32Array(most);
    this.until = new Float64Array(most);
  }

  find(
    term: StockTerm,
    side: Side,
    from: Choices,
    cost: Float64Array,
    onto: Choices,
    least: Float64Array,
    choice?: Int32Array,
  ): void {
    if (term.weight === 0) return withoutStock(term.time, side, from, cost, onto, least, choice);
    this.walk(term.time, side, from, onto);
    if (term.isRoot) this.byEnvelope(term, cost, least, choice);
    else this.byTrial(term, cost, least, choice);
  }

  /** Lays both sides out so that the net lead time of a candidate is ready - position. */
  private walk(time: number, side: Side, from: Choices, onto: Choices): void {
    const [mine, theirs] = [from.places.length, onto.places.length];
    const up = side === "outbound";
    this.candidates = mine;
    this.targets = theirs;
    for (let k = 0; k < mine; k++) {
      const place = from.places[up ? k : mine - 1 - k];
      this.place[k] = place;
      this.position[k] = up ? from.values[place] : -from.values[place];
    }
    for (let t = 0; t < theirs; t++) {
      const place = onto.places[up ? t : theirs - 1 - t];
      this.target[t] = place;
      this.ready[t] = up ? onto.values[place] + time : time - onto.values[place];
    }
  }

  private byTrial(
    { weight, shape }: StockTerm,
    cost: Float64Array,
    least: Float64Array,
    choice?: Int32Array,
  ): void {
    const { place, position, target, ready, candidates, targets } = this;
    for (let t = 0; t < targets; t++) {
      let best = Infinity;
      let at = -1;
      for (let k = 0; k < candidates && position[k] <= ready[t]; k++) {
        const candidate = cost[place[k]] + weight * shape[ready[t] - position[k]];
        if (candidate < best) {
          best = candidate;
          at = place[k];
        }
      }
      least[target[t]] = best;
      if (choice !== undefined) choice[target[t]] = at;
    }
  }

  /**
   * Two root curves cross once at most: the later one begins steeper, so once it is no better it never will be again. A stack of those that
   * still may be best therefore does, the next to be best below the best.
   */
  private byEnvelope(
    { weight, shape }: StockTerm,
    cost: Float64Array,
    least: Float64Array,
    choice?: Int32Array,
  ): void {
    const { place, position, target, ready, candidates, targets, stack, until } = this;
    let top = -1;
    for (let t = 0, k = 0; t < targets; t++) {
      const now = ready[t];
      while (top > 0 && until[top] <= now) top--;
      for (; k < candidates && position[k] <= now; k++) {
        const own = cost[place[k]];
        if (own === Infinity) continue;
        if (top >= 0) {
          const other = stack[top];
          const best = cost[place[other]] + weight * shape[now - position[other]];
          if (own + weight * shape[now - position[k]] >= best) continue;
        }
        let end = Infinity;
        while (top >= 0) {
          const other = stack[top];
          end = crossing(position[other], position[k], (own - cost[place[other]]) / weight);
          if (top === 0 || end < until[top]) break;
          top--;
        }
        stack[++top] = k;
        until[top] = top === 0 ? Infinity : end;
      }
      if (top < 0) {
        least[target[t]] = Infinity;
        if (choice !== undefined) choice[target[t]] = -1;
        continue;
      }
      const best = place[stack[top]];
      least[target[t]] = cost[best] + weight * shape[now - position[stack[top]]];
      if (choice !== undefined) choice[target[t]] = best;
    }
  }
}

/** No stock to weigh: the cheapest of those that are allowed. */
function withoutStock(
  time: number,
  side: Side,
  from: Choices,
  cost: Float64Array,
  onto: Choices,
  least: Float64Array,
  choice?: Int32Array,
): void {
  const [mine, theirs] = [from.places, onto.places];
  const [values, ontoValues] = [from.values, onto.values];
  let best = Infinity;
  let at = -1;
  if (side === "outbound") {
    for (let t = 0, k = 0; t < theirs.length; t++) {
      const ready = ontoValues[theirs[t]] + time;
      for (; k < mine.length && values[mine[k]] <= ready; k++)
        if (cost[mine[k]] < best) best = cost[(at = mine[k])];
      least[theirs[t]] = best;
      if (choice !== undefined) choice[theirs[t]] = at;
    }
  } else {
    for (let t = theirs.length - 1, k = mine.length - 1; t >= 0; t--) {
      const promised = ontoValues[theirs[t]] - time;
      for (; k >= 0 && values[mine[k]] >= promised; k--)
        if (cost[mine[k]] < best) best = cost[(at = mine[k])];
      least[theirs[t]] = best;
      if (choice !== undefined) choice[theirs[t]] = at;
    }
  }
}

/** From where on sqrt(x - earlier) is at most sqrt(x - later) + lead; Infinity for never. */
function crossing(earlier: number, later: number, lead: number): number {
  if (lead <= 0) return Infinity;
  const distance = later - earlier;
  const root = (distance - lead * lead) / (2 * lead);
  return root <= 0 ? later : later + root * root;
}
