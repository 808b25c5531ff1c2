import { PlanningError } from "../../engine/errors";
import type { CurvePoint } from "./frontier-points";

/** What finance and operations each insist on; null where one of them leaves it open. */
export interface ServiceBounds {
  /** Most money in safety stock. */
  readonly cash: number | null;
  /** Least overall fill rate. */
  readonly service: number | null;
}

/** What the bounds leave to choose from. */
export interface FeasibleRange {
  /** Lowest overall fill rate that keeps the service bound, and what it takes. */
  readonly least: CurvePoint;
  /** Highest overall fill rate that the cash bound buys. */
  readonly most: CurvePoint;
  /** Why there is nothing to choose, with both numbers; undefined where there is. */
  readonly conflict?: string;
}

/** Read off the curve, between whose points it is straight to within a thousandth. */
export function feasibleRange(curve: readonly CurvePoint[], { cash, service }: ServiceBounds): FeasibleRange {
  const [first, last] = [curve[0], curve[curve.length - 1]];
  const least = service === null ? first : pointAt(curve, "fillRate", service);
  const most = cash === null ? last : pointAt(curve, "value", cash);
  const range = { least, most };
  if (cash !== null && cash < first.value)
    return {
      ...range,
      conflict: `The cash bound of ${money(cash)} is below ${money(first.value)}, what the floors cost.`,
    };
  if (service !== null && service > last.fillRate)
    return {
      ...range,
      conflict: `The service bound of ${percent(service)} lies beyond ${percent(last.fillRate)}, the end of the curve.`,
    };
  if (least.value > most.value * (1 + 1e-9))
    return {
      ...range,
      conflict: `The cash bound does not reach the service bound: ${percent(least.fillRate)} takes ${money(least.value)}, ${money(most.value)} buys ${percent(most.fillRate)}.`,
    };
  return range;
}

/** The point of the curve at a fill rate or an amount of money; its ends beyond them. */
export function pointAt(curve: readonly CurvePoint[], by: "fillRate" | "value", level: number): CurvePoint {
  const after = curve.findIndex((point) => point[by] >= level);
  if (after < 0) return curve[curve.length - 1];
  if (after === 0) return curve[0];
  const [from, to] = [curve[after - 1], curve[after]];
  const part = (level - from[by]) / (to[by] - from[by]);
  const between = (name: keyof CurvePoint) => from[name] + part * (to[name] - from[name]);
  return { fillRate: between("fillRate"), value: between("value"), margin: between("margin") };
}

/** @throws PlanningError no-solution that names the bound a chosen mix breaks */
export function checkBounds(
  { fillRate, value }: Pick<CurvePoint, "fillRate" | "value">,
  { cash, service }: ServiceBounds,
): void {
  if (service !== null && fillRate < service - rounding)
    throw new PlanningError(
      "no-solution",
      "service",
      `service must be at most the fill rate of the mix, ${percent(fillRate)}, got ${percent(service)}`,
    );
  if (cash !== null && value > cash * (1 + rounding))
    throw new PlanningError(
      "no-solution",
      "cash",
      `cash must be at least ${money(value)}, what a fill rate of ${percent(fillRate)} takes in safety stock, got ${money(cash)}`,
    );
}

const rounding = 1e-9;

function money(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 2 : 0 });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
