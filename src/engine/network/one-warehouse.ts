import { PlanningError, invalidInput } from "../errors";
import { poissonKernel } from "../math/gamma-function";

/** A warehouse that replenishes retailers one for one, first come first served; Poisson demand at the retailers, backordered. */
export interface OneWarehouse {
  readonly warehouse: { readonly leadTime: number; readonly holding: number };
  readonly retailers: readonly RetailerTerms[];
}

export interface RetailerTerms {
  /** Demand a period. */
  readonly rate: number;
  /** Periods from the warehouse, where it has stock. */
  readonly leadTime: number;
  /** Per unit on hand and period. */
  readonly holding: number;
  /** Per unit that a customer waits for and period. */
  readonly shortage: number;
}

/**
 * How the delay at the warehouse reaches a retailer.
 * - EXACT: warehouse backorders are split among retailers binomially, in proportion to their demand
 * - METRIC: a retailer's outstanding orders are Poisson, with the mean they have
 */
export const warehouseMethods = ["EXACT", "METRIC"] as const;
export type WarehouseMethod = (typeof warehouseMethods)[number];

export interface WarehousePlan {
  readonly warehouse: number;
  readonly retailers: readonly number[];
  /** Holding cost of stock on hand everywhere and shortage cost of customers, per period, as the method sees them. */
  readonly cost: number;
}

/** Units of demand over all lead times that may be looked at: the work grows with their square. */
const mostUnits = 5000;

/** The base stocks that cost least: every base stock of the warehouse is tried, retailers follow each for himself. */
export function optimiseWarehouse(system: OneWarehouse, method: WarehouseMethod): WarehousePlan {
  const { warehouse, retailers } = system;
  const total = retailers.reduce((sum, { rate }) => sum + rate, 0);
  const mean = total * warehouse.leadTime;
  checkSize(system, mean);
  const most = farEnd(mean);
  const probabilities = poissonUpTo(most, mean);
  const shares = retailers.map((one) => new RetailerDelay(one, one.rate / total, mean));
  let best: WarehousePlan | undefined;
  // Downward, because the backorders passed on with base stock S follow from those with S + 1 by sums of positive terms only.
  let tail = 0;
  let backorders = 0;
  for (let stock = most; stock >= 0; stock--) {
    if (stock < most) {
      tail += probabilities[stock + 1];
      backorders += tail;
      for (const share of shares) share.oneLess(probabilities[stock + 1]);
    }
    const onHand = stock - mean + backorders;
    let cost = warehouse.holding * Math.max(0, onHand);
    const stocks = shares.map((share) => {
      const choice =
        method === "EXACT" ? share.exact(1 - tail, backorders) : share.metric(backorders / total);
      cost += choice.cost;
      return choice.stock;
    });
    if (best === undefined || cost <= best.cost * (1 + 1e-12))
      best = { warehouse: stock, retailers: stocks, cost };
  }
  return best!;
}

class RetailerDelay {
  private readonly own: Float64Array;
  /** Probabilities of outstanding orders while the warehouse is short; with `own` they make the whole distribution. */
  private readonly whileShort: Float64Array;

  constructor(
    private readonly terms: RetailerTerms,
    private readonly share: number,
    warehouseMean: number,
  ) {
    const most = farEnd(terms.rate * terms.leadTime + share * warehouseMean);
    this.own = poissonUpTo(most, terms.rate * terms.leadTime);
    this.whileShort = new Float64Array(most + 1);
  }

  /** The warehouse holds one unit less: one backorder more whenever it was out, `newly` is the chance that it becomes so. */
  oneLess(newly: number): void {
    const { own, whileShort, share } = this;
    for (let k = whileShort.length - 1; k >= 0; k--) {
      const added = whileShort[k] + newly * own[k];
      const before = k > 0 ? whileShort[k - 1] + newly * own[k - 1] : 0;
      whileShort[k] = (1 - share) * added + share * before;
    }
  }

  exact(inStock: number, backorders: number): Choice {
    const { rate, leadTime } = this.terms;
    const mean = rate * leadTime + this.share * backorders;
    return this.newsvendor((k) => inStock * this.own[k] + this.whileShort[k], mean);
  }

  metric(delay: number): Choice {
    const mean = this.terms.rate * (this.terms.leadTime + delay);
    return this.newsvendor((k) => poissonKernel(k, mean), mean);
  }

  /** Smallest base stock that covers outstanding orders with the critical ratio, and what it costs. */
  private newsvendor(probability: (k: number) => number, mean: number): Choice {
    const { holding, shortage } = this.terms;
    const ratio = shortage / (holding + shortage);
    let stock = 0;
    let left = 0;
    for (let covered = probability(0); covered < ratio && stock < this.own.length - 1;) {
      left += covered;
      covered += probability(++stock);
    }
    return { stock, cost: holding * left + shortage * (mean - stock + left) };
  }
}

interface Choice {
  readonly stock: number;
  readonly cost: number;
}

function checkSize({ retailers, warehouse }: OneWarehouse, mean: number): void {
  if (retailers.length === 0)
    throw new PlanningError("insufficient-data", "rates", "rates must hold numbers, got only blanks");
  const units = retailers.reduce((sum, { rate, leadTime }) => sum + rate * leadTime, mean);
  if (units > mostUnits)
    throw invalidInput("rates", `must leave at most ${mostUnits} units on order over all lead times`, units);
  if (!(warehouse.holding > 0) || retailers.some(({ holding }) => !(holding > 0)))
    throw invalidInput("holdCosts", "must be above 0", 0);
}

/** Where a Poisson distribution is over, to 1e-19. */
function farEnd(mean: number): number {
  let k = Math.ceil(mean) + 1;
  while (poissonKernel(k, mean) > 1e-19) k++;
  return k;
}

function poissonUpTo(most: number, mean: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, k) => poissonKernel(k, mean));
}
