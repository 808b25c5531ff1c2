import { PlanningError } from "../errors";
import { findRoot } from "../math/find-root";
import { normalDensity, normalUpperTail } from "../math/normal";
import { fillRate, safetyStockForFillRate } from "../safety-stock";

/** Safety factors beyond this change nothing. */
const farthest = 37;

export interface ServiceItem {
  /** Units a period: the item's weight in the overall fill rate. */
  readonly demand: number;
  /** Standard deviation of demand over the protection time, units. */
  readonly sd: number;
  /** Order quantity, units, above 0. */
  readonly lot: number;
  /** Money per unit, above 0. */
  readonly unitCost: number;
  /** Fill rate that the item must have at least; 0 for none. */
  readonly floor: number;
  /** What it is called where its floor is more than can be paid. */
  readonly name?: string;
}

export interface ServicePlan {
  readonly items: readonly ServiceTarget[];
  /** Demand-weighted. */
  readonly fillRate: number;
  readonly value: number;
  /** Fill rate gained for one more unit of money in safety stock, at the optimum; 0 where floors or no stock at all decide. */
  readonly marginalFillRate: number;
}

export interface ServiceTarget {
  readonly fillRate: number;
  readonly safetyStock: number;
  readonly value: number;
}

/**
 * Cheapest mix of safety stocks that reaches an overall fill rate. The fill rate is concave in a safety stock of at least 0, so at the
 * optimum every item that is not at its floor gains the same fill rate for the last unit of money: one price settles all, and the
 * price is the root of one equation.
 * Source: Silver, Pyke and Thomas (2017), section 6.11; Lagrangian of a separable convex problem: Everett (1963).
 * @param target demand-weighted fill rate, between 0 and 1
 */
export function cheapestMix(items: readonly ServiceItem[], target: number): ServicePlan {
  const atFloors = new Mix(items).at(Infinity);
  if (atFloors.fillRate >= target) return { ...atFloors, marginalFillRate: 0 };
  const mix = new Mix(items);
  return solved(mix, mix.typicalLogPrice, (plan) => target - plan.fillRate);
}

/**
 * Cheapest mixes for several overall fill rates, ascending. The logarithm of what is not filled is nearly straight in that of the price: a
 * few secants from one target to the next settle each.
 */
export function cheapestMixes<T>(
  items: readonly ServiceItem[],
  targets: readonly number[],
  of: (plan: ServicePlan) => T,
): T[] {
  const mix = new Mix(items);
  const atFloors = mix.at(Infinity);
  let start = mix.typicalLogPrice;
  return targets.map((target) => {
    if (atFloors.fillRate >= target) return of({ ...atFloors, marginalFillRate: 0 });
    const plan = bySecants(mix, start, target) ?? solved(mix, start, (one) => target - one.fillRate);
    const logPrice = -Math.log(plan.marginalFillRate);
    if (Math.abs(logPrice) < farthestLogPrice) start = logPrice;
    return of(plan);
  });
}

/** Beyond this a price is 0 or infinite in double precision. */
const farthestLogPrice = 700;

/** Undefined where they do not settle, as where the price is far off. */
function bySecants(mix: Mix, start: number, target: number): ServicePlan | undefined {
  const distance = (plan: Plan) => Math.log((1 - plan.fillRate) / (1 - target));
  let x = start;
  let plan = mix.at(Math.exp(-x));
  let away = distance(plan);
  let next = x + away;
  if (!(Math.abs(next) < farthestLogPrice)) return undefined;
  for (let turn = 0; turn < 20; turn++) {
    if (!Number.isFinite(away) || Math.abs(plan.fillRate - target) < 1e-12)
      return Number.isFinite(away) ? { ...plan, marginalFillRate: Math.exp(-x) } : undefined;
    const [oldX, oldAway] = [x, away];
    x = next;
    plan = mix.at(Math.exp(-x));
    away = distance(plan);
    const slope = (away - oldAway) / (x - oldX);
    next = x - away / slope;
    if (!(slope < 0 && Math.abs(next) < farthestLogPrice)) return undefined;
  }
  return undefined;
}

/**
 * Best overall fill rate for a given value of safety stock.
 * @throws PlanningError no-solution where the floors alone cost more
 */
export function bestMixForBudget(items: readonly ServiceItem[], budget: number): ServicePlan {
  const atFloors = new Mix(items).at(Infinity);
  if (atFloors.value > budget * (1 + 1e-12)) {
    const dearest = dearestFloors(items, atFloors);
    const message = `target must be at least ${money(atFloors.value)}, what the floors cost${dearest}, got ${budget}`;
    throw new PlanningError("no-solution", "target", message);
  }
  if (items.every(({ sd, demand }) => sd === 0 || demand === 0)) return { ...atFloors, marginalFillRate: 0 };
  const mix = new Mix(items);
  return solved(mix, mix.typicalLogPrice, (plan) => budget - plan.value);
}

/** The items whose floors cost most, with the money, as far as items have names. */
function dearestFloors(items: readonly ServiceItem[], atFloors: Plan): string {
  const named = atFloors.items
    .flatMap(({ value }, i) => (items[i].name === undefined || value === 0 ? [] : [{ i, value }]))
    .sort((a, b) => b.value - a.value || a.i - b.i)
    .slice(0, 3);
  if (named.length === 0) return "";
  return ` (most at ${named.map(({ i, value }) => `${items[i].name}: ${money(value)}`).join(", ")})`;
}

function money(value: number): string {
  return (Math.ceil(value * 100) / 100).toString();
}

/** The plan whose shortfall is 0: it falls as the price (money per unit of fill rate, in logarithms) rises. */
function solved(mix: Mix, start: number, shortfall: (plan: Plan) => number): ServicePlan {
  const at = (logPrice: number) => shortfall(mix.at(Math.exp(-logPrice)));
  let low = start;
  let high = low;
  for (let step = 1; at(low) < 0 && low > -farthestLogPrice; step *= 2) low -= step;
  for (let step = 1; at(high) > 0 && high < farthestLogPrice; step *= 2) high += step;
  const logPrice = low === high || at(low) <= 0 ? low : at(high) >= 0 ? high : findRoot(at, low, high);
  return { ...mix.at(Math.exp(-logPrice)), marginalFillRate: Math.exp(-logPrice) };
}

type Plan = Omit<ServicePlan, "marginalFillRate">;

/** All items at a common price. Safety factors are kept from one price to the next, where Newton's method starts. */
export class Mix {
  private readonly total: number;
  private readonly factors: Float64Array;
  private readonly floors: Float64Array;

  constructor(private readonly items: readonly ServiceItem[]) {
    this.total = items.reduce((sum, { demand }) => sum + demand, 0);
    this.factors = new Float64Array(items.length).fill(1);
    this.floors = Float64Array.from(items, ({ floor, lot, sd }) =>
      floor > 0 && sd > 0 ? safetyStockForFillRate(floor, lot, sd) : 0,
    );
  }

  /** Price at which an item with the average of everything would hold about one standard deviation. */
  get typicalLogPrice(): number {
    const money = this.items.reduce((sum, { unitCost, lot }) => sum + unitCost * lot, 0);
    return Math.log(6 * money || 1);
  }

  /** Price at which the first item begins to hold stock. */
  get firstLogPrice(): number {
    const gains = this.items.map(({ demand, sd, lot, unitCost }) =>
      sd === 0 || demand === 0
        ? 0
        : (demand * (0.5 - normalUpperTail(lot / sd))) / (unitCost * this.total * lot),
    );
    return -Math.log(gains.reduce((largest, gain) => Math.max(largest, gain), 0));
  }

  /** Every item at the stock where one more unit of money gains `gain` of overall fill rate, or at its floor. */
  at(gain: number): Plan {
    const { items, total, floors } = this;
    let filled = 0;
    let value = 0;
    const targets = items.map((item, i) => {
      const safetyStock = Math.max(this.stockAtGain(i, gain), floors[i]);
      const achieved = fillRate(safetyStock, item.lot, item.sd);
      filled += item.demand * achieved;
      value += safetyStock * item.unitCost;
      return { fillRate: achieved, safetyStock, value: safetyStock * item.unitCost };
    });
    return { items: targets, fillRate: total === 0 ? 1 : filled / total, value };
  }

  /** d fill rate / d stock = [P(Z > k) - P(Z > k + Q / sigma)] / Q = gain x unit cost x total / demand. */
  private stockAtGain(i: number, gain: number): number {
    const { demand, sd, lot, unitCost } = this.items[i];
    if (sd === 0 || demand === 0 || gain === Infinity) return 0;
    const wanted = (gain * unitCost * this.total * lot) / demand;
    const step = lot / sd;
    const slope = (k: number) => normalUpperTail(k) - normalUpperTail(k + step);
    if (slope(0) <= wanted) return 0;
    if (slope(farthest) >= wanted) return farthest * sd;
    // The slope's logarithm is concave, so that Newton's steps come down to the root from above after the first.
    let k = this.factors[i];
    for (let turn = 0; turn < 100; turn++) {
      const height = slope(k);
      const next = k + (height * Math.log(height / wanted)) / (normalDensity(k) - normalDensity(k + step));
      const bounded = Math.min(farthest, Math.max(0, next));
      const done = Math.abs(bounded - k) <= 1e-14 * (1 + bounded);
      k = bounded;
      if (done) break;
    }
    this.factors[i] = k;
    return k * sd;
  }
}
