import { bucketOf } from "../../engine/calendar";
import { demandTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import { forecastsByBucket } from "../policies/forecasts-by-bucket";

export interface LeafDemand {
  /** Units of each coming month, the next first. */
  readonly coming: readonly number[];
  readonly basis: "forecast" | "history" | "none";
  /** Units of each of the past months, the latest last; empty where Demand tells none. */
  readonly past: readonly number[];
}

export interface CompanyDemand {
  readonly of: (item: string, location: string) => LeafDemand;
  readonly issues: readonly Issue[];
}

interface Request {
  readonly forecast: TableContent | undefined;
  readonly demand: TableContent | undefined;
  /** The last month that is over; the next one is the first to come. */
  readonly last: number;
  readonly horizon: number;
  /** Part of an item's demand that falls on a place, for tables that know no places. */
  readonly shareOf: (item: string, location: string) => number;
}

const monthsOfHistory = 36;
const monthsInYear = 12;
const columns = narrowed(demandTable, ["Item", "Location", "Date", "Qty"]);
const nothing: LeafDemand = { coming: [], basis: "none", past: [] };

/**
 * Demand of the coming months by item and place: the forecast, Final before Stat, its mean where it ends early; without one the mean of
 * the last twelve months. Past demand is told beside it.
 */
export function companyDemand({ forecast, demand, last, horizon, shareOf }: Request): CompanyDemand {
  const expected = forecastsByBucket(forecast, "M");
  const { past, issues } = pastDemand(demand, last);
  const known = new Map<string, LeafDemand>();
  const build = (item: string, location: string): LeafDemand => {
    const share = shareOf(item, location);
    const ahead = forLeaf(expected.of, item, location);
    const behind = forLeaf(past, item, location);
    const history = behind && behind.of.map((units) => units * (behind.whole ? 1 : share));
    const months = ahead && comingMonths(ahead.of, last + 1, horizon);
    if (ahead !== undefined && months !== undefined) {
      const coming = months.map((units) => units * (ahead.whole ? 1 : share));
      return { coming, basis: "forecast", past: history ?? [] };
    }
    if (history === undefined) return nothing;
    const year = history.slice(-monthsInYear);
    const mean = Math.max(0, year.reduce((sum, units) => sum + units, 0) / year.length);
    return { coming: new Array<number>(horizon).fill(mean), basis: "history", past: history };
  };
  const of = (item: string, location: string) => {
    const id = leafId(item, location);
    const found = known.get(id) ?? build(item, location);
    known.set(id, found);
    return found;
  };
  return { of, issues: [...expected.issues, ...issues] };
}

/** Units of a place, or of the item where the table knows no places. */
function forLeaf<T>(byLeaf: ReadonlyMap<string, T>, item: string, location: string) {
  const own = byLeaf.get(leafId(item, location));
  if (own !== undefined) return { of: own, whole: true };
  const ofItem = byLeaf.get(leafId(item, ""));
  return ofItem === undefined ? undefined : { of: ofItem, whole: false };
}

function comingMonths(
  byMonth: ReadonlyMap<number, number>,
  first: number,
  horizon: number,
): readonly number[] | undefined {
  const months = Array.from({ length: horizon }, (_, i) => byMonth.get(first + i));
  const known = months.filter((units) => units !== undefined);
  if (known.length === 0) return undefined;
  const mean = known.reduce((sum, units) => sum + units, 0) / known.length;
  return months.map((units) => units ?? mean);
}

/** Demand by month from its first line to the last month, at most three years. */
function pastDemand(demand: TableContent | undefined, last: number) {
  const past = new Map<string, number[]>();
  if (demand === undefined) return { past, issues: [] };
  const { rows, issues } = readRows(columns, demand.columns, demand.rows);
  const totals = new Map<string, Map<number, number>>();
  for (const { Item, Location, Date, Qty } of rows) {
    const month = bucketOf(Date as number, "M");
    if (month > last) continue;
    const id = leafId(Item as string, Location ?? "");
    const months = totals.get(id) ?? new Map<number, number>();
    totals.set(id, months);
    months.set(month, (months.get(month) ?? 0) + (Qty as number));
  }
  for (const [id, months] of totals) {
    const first = Math.max(last - monthsOfHistory + 1, Math.min(...months.keys()));
    past.set(
      id,
      Array.from({ length: last - first + 1 }, (_, i) => months.get(first + i) ?? 0),
    );
  }
  return { past, issues };
}
