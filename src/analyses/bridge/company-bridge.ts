import { leafId } from "../forecast/plan-forecast";
import type { Company } from "../health/company";
import type { LeafHistory } from "../health/leaf-history";
import type { DueLine, PolicyChange } from "./leaf-drivers";
import { leafDrivers, unitEffects, type LeafDrivers } from "./leaf-drivers";
import { drivers, noEffects, type ByDriver, type Driver } from "./drivers";
import { addEffects, moneyEffects, type PairMethod } from "./money-effects";
import { turnsEffects } from "./turns-effects";

export interface FigureBridge {
  readonly figure: "Stock value" | "Turns";
  readonly start: number;
  readonly end: number;
  readonly effects: ByDriver;
  /** What each driver moved by item, all places together. */
  readonly byItem: ReadonlyMap<string, ByDriver>;
  /** How it was averaged, in words. */
  readonly averaging: string;
}

interface Inputs {
  readonly forecasts: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly lines: ReadonlyMap<string, readonly DueLine[]>;
  readonly changes: ReadonlyMap<string, readonly PolicyChange[]>;
}

interface Leaf {
  readonly history: LeafHistory;
  readonly drivers: LeafDrivers;
}

const YEAR = 12;

/** The items and places of a company with what moves them. */
export function bridgeLeaves({ history, demand }: Company, inputs: Inputs): readonly Leaf[] {
  const places = new Map<string, number>();
  for (const { item } of history.leaves) places.set(item, (places.get(item) ?? 0) + 1);
  return history.leaves.map((leaf) => {
    const id = leaf.id;
    // A forecast that knows no places speaks of an item that lies at one place only.
    const ofItem = places.get(leaf.item) === 1 ? inputs.forecasts.get(leafId(leaf.item, "")) : undefined;
    const forecasts = inputs.forecasts.get(id) ?? ofItem;
    const own = demand.of(leaf.item, leaf.location);
    const moving = leafDrivers(
      leaf,
      history.months,
      own,
      forecasts,
      inputs.lines.get(id) ?? [],
      inputs.changes.get(id) ?? [],
    );
    return { history: leaf, drivers: moving };
  });
}

/** Why stock at cost moved between two months of the history. */
export function stockValueBridge(
  leaves: readonly Leaf[],
  from: number,
  to: number,
  method: PairMethod,
): FigureBridge {
  const { effects, byItem } = stockEffects(leaves, [{ from, to }], method);
  const total = (at: number) => leaves.reduce((sum, { history }) => sum + history.values[at], 0);
  return {
    figure: "Stock value",
    start: total(from),
    end: total(to),
    effects,
    byItem,
    averaging: "at the two month ends",
  };
}

/** Why turns moved; undefined where the history does not reach back before the first date. */
export function turnsBridge(
  leaves: readonly Leaf[],
  from: number,
  to: number,
  method: PairMethod,
): FigureBridge | undefined {
  const months = Math.min(YEAR, from);
  if (months < 1) return undefined;
  const points = Math.min(YEAR + 1, from + 1);
  const pairs = Array.from({ length: points }, (_, back) => ({ from: from - back, to: to - back }));
  const stock = stockEffects(leaves, pairs, method);
  const cost = costEffects(leaves, months, from, to, method);
  const meanStock = (at: number) =>
    leaves.reduce(
      (sum, { history }) =>
        sum + history.values.slice(at - points + 1, at + 1).reduce((total, value) => total + value, 0),
      0,
    ) / points;
  const change = {
    cost: [cost.before, cost.after],
    stock: [meanStock(from), meanStock(to)],
  } as const;
  if (change.stock[0] <= 0 || change.stock[1] <= 0) return undefined;
  const whole = turnsEffects({ ...change, costEffects: cost.effects, stockEffects: stock.effects }, method);
  const byItem = new Map<string, ByDriver>();
  for (const item of new Set([...stock.byItem.keys(), ...cost.byItem.keys()])) {
    const [ofCost, ofStock] = [cost.byItem.get(item) ?? noEffects(), stock.byItem.get(item) ?? noEffects()];
    const { effects } = turnsEffects({ ...change, costEffects: ofCost, stockEffects: ofStock }, method);
    byItem.set(item, effects);
  }
  return {
    figure: "Turns",
    start: whole.start,
    end: whole.end,
    effects: whole.effects,
    byItem,
    averaging: `cost of issues of ${months} months over the mean of ${points} month ends`,
  };
}

/** What each driver moved of the mean stock over pairs of month ends. */
function stockEffects(
  leaves: readonly Leaf[],
  pairs: readonly { readonly from: number; readonly to: number }[],
  method: PairMethod,
) {
  const effects = noEffects();
  const byItem = new Map<string, Record<Driver, number>>();
  for (const { history, drivers: moving } of leaves) {
    const own = itemEffects(byItem, history.item);
    for (const { from, to } of pairs) {
      const moved = moneyEffects(
        {
          units: [history.units[from], history.units[to]],
          money: [history.values[from], history.values[to]],
        },
        unitEffects(history.units, moving, from, to),
        method,
      );
      addEffects(effects, moved, 1 / pairs.length);
      addEffects(own, moved, 1 / pairs.length);
    }
  }
  return { effects, byItem };
}

/** What volume and unit costs moved of the cost of issues, at a yearly rate. */
function costEffects(leaves: readonly Leaf[], months: number, from: number, to: number, method: PairMethod) {
  const effects = noEffects();
  const byItem = new Map<string, Record<Driver, number>>();
  const yearly = (values: readonly number[], at: number) =>
    (values.slice(at - months + 1, at + 1).reduce((sum, value) => sum + value, 0) * YEAR) / months;
  let [before, after] = [0, 0];
  for (const { history } of leaves) {
    const units = [yearly(history.issuedUnits, from), yearly(history.issuedUnits, to)] as const;
    const money = [yearly(history.issuedCost, from), yearly(history.issuedCost, to)] as const;
    const moved = moneyEffects({ units, money }, { ...noEffects(), mix: units[1] - units[0] }, method);
    addEffects(effects, moved);
    addEffects(itemEffects(byItem, history.item), moved);
    before += money[0];
    after += money[1];
  }
  return { effects, byItem, before, after };
}

function itemEffects(byItem: Map<string, Record<Driver, number>>, item: string): Record<Driver, number> {
  const known = byItem.get(item) ?? noEffects();
  byItem.set(item, known);
  return known;
}

/** The items that moved most by a driver, the largest first. */
export function topItems({ byItem }: FigureBridge, driver: Driver, count: number) {
  return [...byItem]
    .map(([item, effects]) => ({ item, effect: effects[driver] }))
    .filter(({ effect }) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, count);
}

/** Sum of all drivers, for the check that the bridge closes. */
export const sumOfEffects = (effects: ByDriver): number =>
  drivers.reduce((sum, driver) => sum + effects[driver], 0);
