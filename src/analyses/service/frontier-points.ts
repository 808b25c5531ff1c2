import { daysPerYear } from "../../engine/calendar";
import { safetyStockForFillRate } from "../../engine/safety-stock";
import { cheapestMixes, serviceFrontier, type ServiceItem, type ServicePlan } from "../../engine/service";

/** An item of the mix with what a unit served earns. */
export interface MixItem extends ServiceItem {
  /** Price less cost, money per unit; null where Items[Price] does not tell it. */
  readonly margin: number | null;
}

/** One point of the frontier: the cheapest safety stock for its overall fill rate. */
export interface CurvePoint {
  /** Demand-weighted, of all items together. */
  readonly fillRate: number;
  /** Money in safety stock. */
  readonly value: number;
  /** Margin of a year on what is served from stock; items without a price left out. */
  readonly margin: number;
}

/** One point that finance and operations choose from. */
export interface FrontierPoint extends CurvePoint {
  /** Money in safety stock that one more point (1 %) of fill rate costs here. */
  readonly costOfAPoint: number;
  /** Margin a year that one more point of fill rate, bought this way, serves from stock; null without any price. */
  readonly marginOfAPoint: number | null;
  /** The same fill rate for every item: what it would cost without optimising. */
  readonly flatValue: number;
}

const printed = [0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995];
const onTheCurve = 60;

/** Points close to each other, for drawing and for reading between them. */
export function frontierCurve(items: readonly MixItem[]): CurvePoint[] {
  return serviceFrontier(items, onTheCurve, (plan) => curvePoint(plan, items));
}

/** Points at round fill rates, for printing; those that no stock at all, or the floors, exceed anyway are left out. */
export function frontierPoints(items: readonly MixItem[], curve: readonly CurvePoint[]): FrontierPoint[] {
  let before = -Infinity;
  return cheapestMixes(items, printed, (plan) => plan).flatMap((plan) => {
    if (plan.fillRate <= before + 1e-9) return [];
    before = plan.fillRate;
    return [pointOf(plan, items, curve)];
  });
}

export function pointOf(
  plan: ServicePlan,
  items: readonly MixItem[],
  curve: readonly CurvePoint[],
): FrontierPoint {
  const { fillRate, marginalFillRate } = plan;
  return {
    ...curvePoint(plan, items),
    costOfAPoint: marginalFillRate === 0 ? 0 : 0.01 / marginalFillRate,
    marginOfAPoint: items.some(({ margin }) => margin !== null) ? slopeAt(curve, fillRate, "margin") : null,
    flatValue: items.reduce((sum, item) => sum + flatStock(item, fillRate) * item.unitCost, 0),
  };
}

function curvePoint({ fillRate, value, items: chosen }: ServicePlan, items: readonly MixItem[]): CurvePoint {
  const margin = items.reduce(
    (sum, item, i) => sum + item.demand * daysPerYear * chosen[i].fillRate * (item.margin ?? 0),
    0,
  );
  return { fillRate, value, margin };
}

/** What one more point of fill rate takes in safety stock, or earns in margin, by the slope of the curve. */
export function slopeAt(curve: readonly CurvePoint[], fillRate: number, of: "value" | "margin"): number {
  if (curve.length < 2) return 0;
  const after = curve.findIndex((point) => point.fillRate > fillRate);
  const end = after < 0 ? curve.length - 1 : Math.max(1, after);
  const [from, to] = [curve[end - 1], curve[end]];
  return to.fillRate === from.fillRate ? 0 : (0.01 * (to[of] - from[of])) / (to.fillRate - from.fillRate);
}

function flatStock({ lot, sd }: ServiceItem, target: number): number {
  return sd === 0 || target <= 0 || target >= 1 ? 0 : safetyStockForFillRate(target, lot, sd);
}
