import { PlanningError } from "../../engine/errors";
import { cycleServiceLevel, fillRate } from "../../engine/safety-stock";
import { bestMixForBudget, type ServiceItem, type ServicePlan } from "../../engine/service";

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
