import { leafId } from "../forecast/plan-forecast";
import type { Company } from "../health/company";
import type { LeafHistory } from "../health/leaf-history";
import { leafDrivers, type LeafDrivers } from "./leaf-drivers";
import { monthEnd } from "../health/month-ends";
import { noEffects, type ByDriver, type Driver } from "./drivers";
import { addEffects, moneyEffects, type PairMethod } from "./money-effects";
import type { OrderLines } from "./order-lines";
import type { PoliciesInForce } from "./policy-in-force";
import { turnsEffects } from "./turns-effects";
import { unitEffects } from "./unit-effects";

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
  readonly lines: ReadonlyMap<string, OrderLines>;
  readonly policies: PoliciesInForce["of"];
}

interface Leaf {
  readonly history: LeafHistory;
  readonly drivers: LeafDrivers;
}

const YEAR = 12;

/** The items and places of a company with what moves them. */
export function bridgeLeaves({ history, demand, moves }: Company, inputs: Inputs): readonly Leaf[] {
  const { months } = history;
  const places = new Map<string, number>();
  for (const { item } of history.leaves) places.set(item, (places.get(item) ?? 0) + 1);
  const opening = monthEnd((moves.firstMonth ?? months[months.length - 1] + 1) - 1);
  return history.leaves.map((leaf) => {
    // What knows no places speaks of an item that lies at one place only.
    const ofItem = places.get(leaf.item) === 1 ? leafId(leaf.item, "") : leaf.id;
    const moving = leafDrivers(leaf, {
      months,
      opening,
      demand: demand.of(leaf.item, leaf.location),
      forecasts: inputs.forecasts.get(leaf.id) ?? inputs.forecasts.get(ofItem),
      lines: inputs.lines.get(leaf.id) ?? inputs.lines.get(ofItem),
      policy: inputs.policies(leaf.id) ?? inputs.policies(ofItem),
    });
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

/** The items that moved at least so much by a driver, the largest first. */
export function topItems({ byItem }: FigureBridge, driver: Driver, count: number, least: number) {
  return [...byItem]
    .map(([item, effects]) => ({ item, effect: effects[driver] }))
    .filter(({ effect }) => Math.abs(effect) >= least)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, count);
}
