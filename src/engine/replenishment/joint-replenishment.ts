import { PlanningError, invalidInput } from "../errors";

export interface JointItem {
  /** Units per year, above 0. */
  readonly demand: number;
  /** Money each time this item is in an order. */
  readonly minorCost: number;
  /** Money per unit and year, above 0. */
  readonly holdingCost: number;
}

export interface JointPlan {
  /** Years between orders. */
  readonly cycle: number;
  /** Item i is in every multiples[i]-th order. */
  readonly multiples: readonly number[];
  /** Orders, item set-ups and carrying; money per year. */
  readonly cost: number;
}

/**
 * Cheapest joint replenishment in a strict cycle: every order costs `majorCost`, item i joins every k_i-th. For a given cycle T the best
 * k_i is the smallest k with k (k + 1) >= 2 minor_i / (h_i D_i T^2), so the k change at known cycles only. Between two of these the cost
 * is convex; each stretch that can hold the optimum is solved.
 * Source: Silver, Pyke and Thomas (2017), section 11.2; range of the optimum: Wildeman, Frenk and Dekker (1997).
 * @param majorCost money per order, above 0
 */
export function jointReplenishment(items: readonly JointItem[], majorCost: number): JointPlan {
  if (items.length === 0) throw invalidInput("demands", "must hold at least one item", 0);
  const together = planFor(
    items,
    majorCost,
    items.map(() => 1),
  );
  let best = together;
  // Beyond the optimum of all k = 1 nothing is gained.
  const multiples = items.map((item) => bestMultiple(item, together.cycle));
  best = cheaper(best, planFor(items, majorCost, multiples));
  const changes = new ChangeQueue(items, multiples);
  // No plan of this cycle is cheaper than the major cost and every item on its own.
  const alone = items.reduce(
    (sum, item) => sum + Math.sqrt(2 * item.minorCost * item.holdingCost * item.demand),
    0,
  );
  for (let turn = 0; turn < mostChanges; turn++) {
    const { cycle, index } = changes.next(multiples);
    if (majorCost / cycle + alone >= best.cost * (1 - 1e-13)) return best;
    multiples[index]++;
    best = cheaper(best, planFor(items, majorCost, multiples));
  }
  const message = `major must not be so small beside minors that a plan has more than ${mostChanges} orders, got ${majorCost}`;
  throw new PlanningError("not-converged", "major", message);
}

const mostChanges = 1_000_000;

/** The usual heuristic of one sweep: items ranked by set-up against carrying, multiples rounded once. */
export function jointReplenishmentHeuristic(items: readonly JointItem[], majorCost: number): JointPlan {
  const ratio = ({ minorCost, demand, holdingCost }: JointItem) => minorCost / (demand * holdingCost);
  const leader = items.reduce((least, item) => (ratio(item) < ratio(least) ? item : least));
  const leading = (majorCost + leader.minorCost) / (leader.demand * leader.holdingCost);
  const multiples = items.map((item) =>
    item === leader ? 1 : Math.max(1, Math.round(Math.sqrt(ratio(item) / leading))),
  );
  return planFor(items, majorCost, multiples);
}

/** Best cycle for given multiples, and its cost. */
function planFor(items: readonly JointItem[], majorCost: number, multiples: readonly number[]): JointPlan {
  let orders = majorCost;
  let carrying = 0;
  items.forEach(({ minorCost, holdingCost, demand }, i) => {
    orders += minorCost / multiples[i];
    carrying += multiples[i] * holdingCost * demand;
  });
  return {
    cycle: Math.sqrt((2 * orders) / carrying),
    multiples: [...multiples],
    cost: Math.sqrt(2 * orders * carrying),
  };
}

function bestMultiple({ minorCost, holdingCost, demand }: JointItem, cycle: number): number {
  const target = (2 * minorCost) / (holdingCost * demand * cycle * cycle);
  return Math.max(1, Math.ceil((Math.sqrt(1 + 4 * target) - 1) / 2 - 1e-12));
}

function cheaper(a: JointPlan, b: JointPlan): JointPlan {
  return b.cost < a.cost ? b : a;
}

/** Cycles at which the best multiple of some item rises, from long to short. */
class ChangeQueue {
  private readonly cycles: Float64Array;

  constructor(
    private readonly items: readonly JointItem[],
    multiples: readonly number[],
  ) {
    this.cycles = Float64Array.from(items, (_, i) => this.changeOf(i, multiples[i]));
  }

  next(multiples: readonly number[]): { readonly cycle: number; readonly index: number } {
    let index = 0;
    for (let i = 1; i < this.cycles.length; i++) if (this.cycles[i] > this.cycles[index]) index = i;
    const cycle = this.cycles[index];
    this.cycles[index] = this.changeOf(index, multiples[index] + 1);
    return { cycle, index };
  }

  /** The cycle below which k + 1 is better than k. */
  private changeOf(i: number, k: number): number {
    const { minorCost, holdingCost, demand } = this.items[i];
    return Math.sqrt((2 * minorCost) / (holdingCost * demand * k * (k + 1)));
  }
}
