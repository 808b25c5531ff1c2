/** Money, the same in every period or one entry a period. */
export type PeriodCost = number | readonly number[];

export interface LotSizingProblem {
  /** Net requirements per period, units, none negative. */
  readonly demand: readonly number[];
  /** Money per order placed in the period. */
  readonly orderCost: PeriodCost;
  /** Money per unit carried out of the period into the next. */
  readonly holdingCost: PeriodCost;
}

/** What lots and stock must keep to. */
export interface LotLimits {
  /** Minimum order, units; 0 for none. */
  readonly minimum: number;
  /** Pack size, units; 0 for none. */
  readonly multiple: number;
  /** Most that can be ordered in a period, units; Infinity for no limit. */
  readonly maximum: number;
  /** Units that must be there at the end of every period. */
  readonly safetyStock: number;
  /** Money per unit owed at the end of a period; undefined where nothing may be owed. All is delivered by the last period. */
  readonly shortageCost?: number;
}

export const noLotLimits: LotLimits = { minimum: 0, multiple: 0, maximum: Infinity, safetyStock: 0 };

export interface LotPlan {
  /** Lot received at the start of each period, units. */
  readonly lots: readonly number[];
  readonly cost: number;
}

export function byPeriod(cost: PeriodCost, periods: number): readonly number[] {
  return typeof cost === "number" ? new Array<number>(periods).fill(cost) : cost;
}

/** What a plan costs: its orders, the units carried from each period into the next, and the units owed at the ends of periods. */
export function lotPlanCost(problem: LotSizingProblem, lots: readonly number[], shortageCost = 0): number {
  const orders = byPeriod(problem.orderCost, lots.length);
  const holding = byPeriod(problem.holdingCost, lots.length);
  let stock = 0;
  let cost = 0;
  for (let t = 0; t < lots.length; t++) {
    if (lots[t] > 0) cost += orders[t];
    stock += lots[t] - problem.demand[t];
    cost += stock >= 0 ? holding[t] * stock : -shortageCost * stock;
  }
  return cost;
}
