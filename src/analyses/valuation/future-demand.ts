import { bucketOf } from "../../engine/calendar";
import { forecastTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";

/** Months that exposure looks ahead: four quarters, and the twelve months of cover after the last. */
export const monthsAhead = 24;

export interface FutureDemand {
  /** Units by month of an item at a place; undefined where Forecast has none. */
  readonly atPlace: (item: string, location: string) => readonly number[] | undefined;
  /** Of an item over all places. */
  readonly ofItem: (item: string) => readonly number[] | undefined;
  readonly issues: readonly Issue[];
}

const columns = narrowed(forecastTable, ["Item", "Location", "Date", "Stat", "Final"]);

/** Forecast by month after the cut-off; Final where it is filled, else Stat. Months beyond it are as the mean of its last twelve. */
export function futureDemand(forecast: TableContent | undefined, cutOff: number): FutureDemand {
  const found = new Map<string, number[]>();
  const issues: Issue[] = [];
  const first = bucketOf(cutOff, "M") + 1;
  const add = (key: string, month: number, units: number) => {
    const months = found.get(key) ?? [];
    found.set(key, months);
    months[month] = (months[month] ?? 0) + units;
  };
  if (forecast !== undefined) {
    const read = readRows(columns, forecast.columns, forecast.rows);
    issues.push(...read.issues);
    for (const { Item, Location, Date, Stat, Final } of read.rows) {
      const month = bucketOf(Date as number, "M") - first;
      const units = Final ?? Stat;
      if (units === null || month < 0 || month >= monthsAhead) continue;
      add(leafId(Item as string, Location ?? ""), month, units);
      add(allPlaces(Item as string), month, units);
    }
  }
  const whole = (key: string): readonly number[] | undefined => {
    const told = found.get(key);
    if (told === undefined) return undefined;
    const months = Array.from(told, (units) => units ?? 0);
    const mean = meanOf(months.slice(-12));
    return Array.from({ length: monthsAhead }, (_, month) => months[month] ?? mean);
  };
  return {
    issues,
    atPlace: (item, location) => whole(leafId(item, location)),
    ofItem: (item) => whole(allPlaces(item)),
  };
}

/** No location has a tab in its name. */
const allPlaces = (item: string): string => `${item}\t\t`;

/** The same in every month. */
export const evenly = (perMonth: number): readonly number[] =>
  Array.from({ length: monthsAhead }, () => Math.max(0, perMonth));

const meanOf = (units: readonly number[]): number =>
  units.reduce((sum, each) => sum + each, 0) / units.length;

/** Months that stock lasts, the last one pro rata; 999 where demand does not use it up. */
export function monthsOfCover(quantity: number, demand: readonly number[], from = 0): number {
  let left = quantity;
  if (left <= 0) return 0;
  for (let month = from; month < demand.length; month++) {
    if (demand[month] >= left) return month - from + left / demand[month];
    left -= demand[month];
  }
  const later = demand.slice(-12).reduce((sum, units) => sum + units, 0) / Math.min(12, demand.length);
  return later <= 0 ? endless : Math.min(endless, demand.length - from + left / later);
}

export const endless = 999;

export const sumOf = (units: readonly number[], from: number, to: number): number =>
  units.slice(from, to).reduce((sum, each) => sum + each, 0);
