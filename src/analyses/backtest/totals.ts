import { allWays, type ItemReplay, type Way } from "./replay-item";

/** All items together, one way to plan. */
export interface WayTotal {
  readonly way: Way;
  readonly items: number;
  readonly stockoutDays: number;
  /** Units served at once of all units, those of items that a way exists for. */
  readonly fillRate: number;
  /** Money in stock on average. */
  readonly stockValue: number;
  readonly orders: number;
  /** Carrying, ordering and shortage. */
  readonly money: number;
  readonly regret: number;
}

/** One item as it was replayed. */
export interface ReplayedItem {
  /** Issued over the days replayed. */
  readonly units: number;
  readonly unitCost: number | null;
  readonly replay: ItemReplay;
}

/** Sums over the items that a way exists for. */
export function totalsOf(replayed: readonly ReplayedItem[]): WayTotal[] {
  return allWays.flatMap((way) => {
    const found = replayed.flatMap(({ replay, units, unitCost }) =>
      replay.ways.filter((one) => one.way === way).map((one) => ({ ...one, units, unitCost: unitCost ?? 0 })),
    );
    if (found.length === 0) return [];
    const sum = (of: (one: (typeof found)[number]) => number) =>
      found.reduce((total, one) => total + of(one), 0);
    const units = sum((one) => one.units);
    return [
      {
        way,
        items: found.length,
        stockoutDays: sum((one) => one.stockoutDays),
        fillRate: units === 0 ? 1 : 1 - sum((one) => (1 - one.fillRate) * one.units) / units,
        stockValue: sum((one) => one.stock * one.unitCost),
        orders: sum((one) => one.orders),
        money: sum((one) => one.carrying + one.ordering + one.shortage),
        regret: sum((one) => one.regret),
      },
    ];
  });
}
