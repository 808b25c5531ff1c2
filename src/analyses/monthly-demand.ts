import { bucketOf } from "../engine/calendar";
import type { Series } from "../engine/demand";

export interface DemandLine {
  readonly item: string;
  /** Excel serial. */
  readonly date: number;
  readonly quantity: number;
}

export interface MonthlyDemand {
  /** From the item's first month with a line to the last month of the whole table; months without lines are 0. */
  readonly series: Series;
  /** Units of the twelve months up to the last month of the whole table. */
  readonly lastTwelve: number;
}

const MONTHS_IN_YEAR = 12;

/** Demand lines of all items, summed by calendar month. Months before an item's first line are before its launch. */
export function monthlyDemand(lines: readonly DemandLine[]): Map<string, MonthlyDemand> {
  const totals = new Map<string, Map<number, number>>();
  let last = -Infinity;
  for (const { item, date, quantity } of lines) {
    const month = bucketOf(date, "M");
    if (month > last) last = month;
    let months = totals.get(item);
    if (months === undefined) totals.set(item, (months = new Map()));
    months.set(month, (months.get(month) ?? 0) + quantity);
  }
  const demand = new Map<string, MonthlyDemand>();
  for (const [item, months] of totals) {
    let first = last;
    for (const month of months.keys()) if (month < first) first = month;
    const series = Array.from({ length: last - first + 1 }, (_, i) => months.get(first + i) ?? 0);
    const lastTwelve = series.slice(-MONTHS_IN_YEAR).reduce((sum, quantity) => sum + quantity, 0);
    demand.set(item, { series, lastTwelve });
  }
  return demand;
}
