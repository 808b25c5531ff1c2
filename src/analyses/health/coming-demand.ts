import { bucketOf } from "../../engine/calendar";
import { demandTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import { forecastsByBucket } from "../policies/forecasts-by-bucket";

export interface LeafDemand {
  /** Units of each coming month, the next first. */
  readonly coming: readonly number[];
  readonly basis: "forecast" | "history" | "issues" | "none";
  /** Units of each of the past months, the latest last; empty where neither Demand nor Transactions tell them. */
  readonly past: readonly number[];
}

export interface CompanyDemand {
  readonly of: (item: string, location: string) => LeafDemand;
  /** Places at which Forecast or Demand know the item; "" where they know no places. */
  readonly placesOf: (item: string) => readonly string[];
  readonly issues: readonly Issue[];
}

interface Request {
  readonly forecast: TableContent | undefined;
  readonly demand: TableContent | undefined;
  /** The last month that is over; the next one is the first to come. */
  readonly last: number;
  readonly horizon: number;
  /** Months of past demand wanted where more than three years are. */
  readonly months?: number;
  /** Part of an item's demand that falls on a place, for tables that know no places. */
  readonly shareOf: (item: string, location: string) => number;
  /** Units issued of a place in each past month, the latest last; undefined where it had no movements. */
  readonly issuedOf?: (item: string, location: string) => readonly number[] | undefined;
  /** Days on which something took an item's place. */
  readonly replaced?: ReadonlyMap<string, number>;
}

const monthsOfHistory = 36;
const monthsInYear = 12;
const fewestMonths = 3;
const columns = narrowed(demandTable, ["Item", "Location", "Date", "Qty"]);
const nothing: LeafDemand = { coming: [], basis: "none", past: [] };

/**
 * Demand of the coming months by item and place: the forecast, Final before Stat, its mean where it ends early; without one the mean of
 * the last twelve months of Demand, or of what was issued at places that Demand does not know. Of an item
 * that was replaced in that year only the months since count, the last three at least. Past demand is told beside it.
 */
export function companyDemand(request: Request): CompanyDemand {
  const { forecast, demand, last, horizon, months: wanted = 0, shareOf, issuedOf, replaced } = request;
  const expected = forecastsByBucket(forecast, "M");
  const { past, issues } = pastDemand(demand, last, Math.max(monthsOfHistory, wanted));
  const known = new Map<string, LeafDemand>();
  const build = (item: string, location: string): LeafDemand => {
    const share = shareOf(item, location);
    const ahead = forLeaf(expected.of, item, location);
    const behind = forLeaf(past, item, location);
    const demanded = behind && behind.of.map((units) => units * (behind.whole ? 1 : share));
    const history = demanded ?? issuedOf?.(item, location);
    const months = ahead && comingMonths(ahead.of, last + 1, horizon);
    if (ahead !== undefined && months !== undefined) {
      const coming = months.map((units) => units * (ahead.whole ? 1 : share));
      return { coming, basis: "forecast", past: history ?? [] };
    }
    if (history === undefined || history.length === 0) return nothing;
    const since = last - bucketOf(replaced?.get(item) ?? 0, "M");
    const counted = since < 0 ? monthsInYear : Math.min(monthsInYear, Math.max(fewestMonths, since));
    const year = history.slice(-counted);
    const mean = Math.max(0, year.reduce((sum, units) => sum + units, 0) / year.length);
    return {
      coming: new Array<number>(horizon).fill(mean),
      basis: demanded ? "history" : "issues",
      past: history,
    };
  };
  const of = (item: string, location: string) => {
    const id = leafId(item, location);
    const found = known.get(id) ?? build(item, location);
    known.set(id, found);
    return found;
  };
  const places = new Map<string, Set<string>>();
  for (const id of [...expected.of.keys(), ...past.keys()]) {
    const [item, location] = id.split("\t");
    const known = places.get(item) ?? new Set<string>();
    places.set(item, known.add(location));
  }
  const placesOf = (item: string) => [...(places.get(item) ?? [])];
  return { of, placesOf, issues: [...expected.issues, ...issues] };
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

/** Demand by month from its first line to the last month, at most as many months. */
function pastDemand(demand: TableContent | undefined, last: number, most: number) {
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
    const first = Math.max(last - most + 1, Math.min(...months.keys()));
    past.set(
      id,
      Array.from({ length: last - first + 1 }, (_, i) => months.get(first + i) ?? 0),
    );
  }
  return { past, issues };
}
