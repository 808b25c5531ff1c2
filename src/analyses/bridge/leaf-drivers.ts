import type { LeafDemand } from "../health/coming-demand";
import type { LeafHistory } from "../health/leaf-history";
import { bucketOf } from "../../engine/calendar";
import { monthEnd } from "../health/month-ends";
import type { ByDriver } from "./drivers";
import { noEffects } from "./drivers";

/** What moves the units of one item at one place, by month of the history. */
export interface LeafDrivers {
  /** Forecast less demand in each month; 0 where there was no forecast. */
  readonly forecastError: readonly number[];
  /** Units that had come too early less those that were late, at each month end. */
  readonly early: readonly number[];
  /** Mean receipt of the year up to each month end; NaN where there was none. */
  readonly lot: readonly number[];
  /** Sum of all changes of the safety stock up to each month end. */
  readonly safetyStock: readonly number[];
  /** Units issued a month, over the year up to each month end. */
  readonly rate: readonly number[];
  /** Units scrapped in each month. */
  readonly scrapped: readonly number[];
}

/** An order line as far as it tells what came when it should not, or did not come when it should. */
export interface DueLine {
  /** Whole days, Excel serials; NaN while it has not come. */
  readonly due: number;
  readonly received: number;
  readonly quantity: number;
}

export interface PolicyChange {
  /** Excel serial. */
  readonly at: number;
  /** Units of safety stock, new less old. */
  readonly units: number;
}

const YEAR = 12;

export function leafDrivers(
  { moves, issuedUnits }: LeafHistory,
  months: readonly number[],
  { past }: LeafDemand,
  forecasts: ReadonlyMap<number, number> | undefined,
  lines: readonly DueLine[],
  changes: readonly PolicyChange[],
): LeafDrivers {
  const last = months[months.length - 1];
  const ends = months.map(monthEnd);
  const demandIn = (month: number) => past[past.length - 1 - (last - month)];
  const received = months.map(() => ({ units: 0, count: 0 }));
  const scrapped = months.map(() => 0);
  for (const { day, quantity, kind } of moves) {
    const at = bucketOf(day, "M") - months[0];
    if (at < 0 || at >= months.length) continue;
    if (kind === "scrap") scrapped[at] -= quantity;
    else if (kind === "receipt" && quantity > 0) {
      received[at].units += quantity;
      received[at].count++;
    }
  }
  return {
    forecastError: months.map((month) => {
      const [expected, actual] = [forecasts?.get(month), demandIn(month)];
      return expected === undefined || actual === undefined ? 0 : expected - actual;
    }),
    early: ends.map((end) => lines.reduce((sum, line) => sum + earlyUnits(line, end), 0)),
    lot: months.map((_, t) => {
      const year = received.slice(Math.max(0, t - YEAR + 1), t + 1);
      const count = year.reduce((sum, one) => sum + one.count, 0);
      return count === 0 ? NaN : year.reduce((sum, one) => sum + one.units, 0) / count;
    }),
    safetyStock: ends.map((end) =>
      changes.reduce((sum, { at, units }) => (at < end + 1 ? sum + units : sum), 0),
    ),
    rate: months.map((_, t) => {
      const year = issuedUnits.slice(Math.max(1, t - YEAR + 1), t + 1);
      return year.length === 0 ? 0 : year.reduce((sum, units) => sum + units, 0) / year.length;
    }),
    scrapped,
  };
}

function earlyUnits({ due, received, quantity }: DueLine, end: number): number {
  const isThere = received <= end;
  const isDue = due <= end;
  return isThere === isDue ? 0 : isThere ? quantity : -quantity;
}

/** Cover beyond this many months tells nothing about what demand asks for. */
const mostCover = 12;

/**
 * Why the units of an item moved between two month ends, driver by driver; they add up to the change. Mix is the stock that the change of
 * issues asks for at the cover of before; what no driver explains is other.
 */
export function unitEffects(units: readonly number[], leaf: LeafDrivers, from: number, to: number): ByDriver {
  const between = (values: readonly number[]) =>
    values.slice(from + 1, to + 1).reduce((sum, value) => sum + value, 0);
  const change = units[to] - units[from];
  const isNew = units[from] === 0 && leaf.rate[from] === 0;
  const lot = (leaf.lot[to] - leaf.lot[from]) / 2;
  const effects = noEffects();
  effects["write-off"] = -between(leaf.scrapped);
  if (isNew) {
    effects.mix = change - effects["write-off"];
    return effects;
  }
  effects["forecast error"] = between(leaf.forecastError);
  effects["lead time"] = leaf.early[to] - leaf.early[from];
  effects["lot size"] = Number.isNaN(lot) ? 0 : lot;
  effects.policy = leaf.safetyStock[to] - leaf.safetyStock[from];
  if (leaf.rate[from] > 0) {
    const cover = Math.min(mostCover, Math.max(0, units[from]) / leaf.rate[from]);
    effects.mix = (leaf.rate[to] - leaf.rate[from]) * cover;
  }
  const explained = Object.values(effects).reduce((sum, effect) => sum + effect, 0);
  effects.other = change - explained;
  return effects;
}
