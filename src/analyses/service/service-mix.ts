import { cycleServiceLevel, fillRate, safetyStockForFillRate } from "../../engine/safety-stock";
import { bestMixForBudget, cheapestMix, type ServiceItem, type ServicePlan } from "../../engine/service";
import { PlanningError } from "../../engine/errors";

/** One point that finance and operations choose from. */
export interface FrontierPoint {
  /** Demand-weighted, of all items together. */
  readonly fillRate: number;
  /** Money in safety stock. */
  readonly value: number;
  /** Money in safety stock that one more point (1 %) of fill rate costs here. */
  readonly costOfAPoint: number;
  /** The same fill rate for every item: what it would cost without optimising. */
  readonly flatValue: number;
}

const points = [0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995];

/** Cheapest money in safety stock for each overall fill rate; points that the floors exceed anyway are left out. */
export function frontier(items: readonly ServiceItem[]): FrontierPoint[] {
  let before = -Infinity;
  return points.flatMap((target) => {
    const plan = cheapestMix(items, target);
    // Below what no stock at all, or the floors, give, there is nothing to choose.
    if (plan.fillRate <= before + 1e-9) return [];
    before = plan.fillRate;
    return [pointOf(plan, items)];
  });
}

export function pointOf(plan: ServicePlan, items: readonly ServiceItem[]): FrontierPoint {
  const { fillRate: achieved, value, marginalFillRate } = plan;
  return {
    fillRate: achieved,
    value,
    costOfAPoint: marginalFillRate === 0 ? 0 : 0.01 / marginalFillRate,
    flatValue: items.reduce((sum, item) => sum + flatStock(item, achieved) * item.unitCost, 0),
  };
}

function flatStock({ lot, sd }: ServiceItem, target: number): number {
  return sd === 0 || target <= 0 || target >= 1 ? 0 : safetyStockForFillRate(target, lot, sd);
}

/** Best mix for money; the floors are named where the money does not reach for them. */
export function mixForBudget(items: readonly ServiceItem[], budget: number): ServicePlan {
  try {
    return bestMixForBudget(items, budget);
  } catch (thrown) {
    if (!(thrown instanceof PlanningError) || thrown.kind !== "no-solution") throw thrown;
    throw new PlanningError("no-solution", "budget", thrown.message.replace(/^target/, "budget"));
  }
}

/** Both measures of a safety stock, normal demand over the protection time. */
export function bothMeasures(
  safetyStock: number,
  { sd, lot }: ServiceItem,
): { readonly cycleServiceLevel: number; readonly fillRate: number } {
  const item = { mean: 0, sd, leadTime: 1, leadTimeSd: 0, review: 0 };
  return {
    cycleServiceLevel: cycleServiceLevel(safetyStock, item),
    fillRate: fillRate(safetyStock, lot, sd),
  };
}
