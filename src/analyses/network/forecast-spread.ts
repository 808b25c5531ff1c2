import { bucketOf, daysToPeriods, type DemandBucket } from "../../engine/calendar";
import { normalQuantile } from "../../engine/math/normal";
import { forecastTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";

/** What is expected of an item at a place, and how far off that may be: units a day, of independent days. */
export interface ForecastSpread {
  readonly mean: number;
  readonly sd: number;
}

const columns = narrowed(forecastTable, ["Item", "Location", "Date", "Stat", "Final", "High"]);
/** High ends a 90 % interval; Low is no measure, since it stops at 0. */
const high = normalQuantile(0.95);

/** By item and place, from forecasts of buckets to come that have an interval. */
export function forecastSpreads(
  forecast: TableContent | undefined,
  bucket: DemandBucket,
  next: number,
): { readonly of: ReadonlyMap<string, ForecastSpread>; readonly issues: readonly Issue[] } {
  if (forecast === undefined) return { of: new Map(), issues: [] };
  const { rows, issues } = readRows(columns, forecast.columns, forecast.rows);
  const sums = new Map<string, { buckets: Set<number>; mean: number; variance: number }>();
  for (const { Item, Location, Date, Stat, Final, High } of rows) {
    const at = bucketOf(Date as number, bucket);
    if (Stat === null || High === null || at < next) continue;
    const id = leafId(Item as string, Location ?? "");
    let sum = sums.get(id);
    if (sum === undefined) sums.set(id, (sum = { buckets: new Set(), mean: 0, variance: 0 }));
    sum.buckets.add(at);
    sum.mean += Final ?? Stat;
    sum.variance += Math.max(0, (High - Stat) / high) ** 2;
  }
  const periodsADay = daysToPeriods(1, bucket);
  const of = new Map(
    [...sums].map(([id, { buckets, mean, variance }]): [string, ForecastSpread] => [
      id,
      {
        mean: (mean / buckets.size) * periodsADay,
        sd: Math.sqrt((variance / buckets.size) * periodsADay),
      },
    ]),
  );
  return { of, issues };
}
