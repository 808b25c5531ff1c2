import { bridge, type BridgeMethod } from "../../engine/kpi";
import { drivers, noEffects, type ByDriver, type Driver } from "./drivers";

/** Units and what they are worth, before and after. */
export interface Change {
  readonly units: readonly [number, number];
  readonly money: readonly [number, number];
}

export type PairMethod = Exclude<BridgeMethod, "SUM">;

/**
 * Money moved by each driver, from the units it moved: units first at the old cost, cost last (SEQ), or the mean of both orders
 * (SHAPLEY). Where there is nothing on one side its unit cost is that of the other.
 */
export function moneyEffects({ units, money }: Change, byUnits: ByDriver, method: PairMethod): ByDriver {
  const cost = unitCosts(units, money);
  const effects = noEffects();
  if (cost === undefined) {
    effects.other = money[1] - money[0];
    return effects;
  }
  const { effects: moved } = bridge(
    [
      { name: "units", prior: units[0], current: units[1], divides: false },
      { name: "cost", prior: cost[0], current: cost[1], divides: false },
    ],
    method,
  );
  const price = method === "SEQ" ? cost[0] : (cost[0] + cost[1]) / 2;
  for (const driver of drivers) effects[driver] = driver === "cost" ? moved[1] : byUnits[driver] * price;
  // Rounding of products, and units below 0 that are worth nothing, must not keep the bridge from closing.
  const told = drivers.reduce((sum, driver) => sum + effects[driver], 0);
  effects.other += money[1] - money[0] - told;
  return effects;
}

function unitCosts(
  units: readonly [number, number],
  money: readonly [number, number],
): readonly [number, number] | undefined {
  const known = [0, 1].map((side) => (units[side] > 0 ? money[side] / units[side] : undefined));
  const [before, after] = known;
  if (before === undefined && after === undefined) return undefined;
  return [before ?? (after as number), after ?? (before as number)];
}

export function addEffects(sum: Record<Driver, number>, effects: ByDriver, weight = 1): void {
  for (const driver of drivers) sum[driver] += weight * effects[driver];
}
