import { bridge } from "../../engine/kpi";
import { noEffects, type ByDriver, drivers } from "./drivers";
import type { PairMethod } from "./money-effects";

export interface TurnsChange {
  /** Cost of issues at a yearly rate, before and after. */
  readonly cost: readonly [number, number];
  /** Mean stock at cost. */
  readonly stock: readonly [number, number];
  /** What each driver moved of either. */
  readonly costEffects: ByDriver;
  readonly stockEffects: ByDriver;
}

/** Turns moved by each driver: its part of the change of cost of issues, and of the change of mean stock, which divides. */
export function turnsEffects(
  change: TurnsChange,
  method: PairMethod,
): { readonly start: number; readonly end: number; readonly effects: ByDriver } {
  const { cost, stock } = change;
  const moved = bridge(
    [
      { name: "cost of issues", prior: cost[0], current: cost[1], divides: false },
      { name: "mean stock", prior: stock[0], current: stock[1], divides: true },
    ],
    method,
  );
  const perCost = slope(moved.effects[0], cost[1] - cost[0], 1 / stock[0]);
  const perStock = slope(moved.effects[1], stock[1] - stock[0], -cost[1] / stock[0] ** 2);
  const effects = noEffects();
  for (const driver of drivers)
    effects[driver] = perCost * change.costEffects[driver] + perStock * change.stockEffects[driver];
  return { start: moved.start, end: moved.end, effects };
}

/** What a unit of change moved; where nothing changed in all, what it would have at the margin. */
function slope(effect: number, change: number, margin: number): number {
  return change === 0 ? margin : effect / change;
}
