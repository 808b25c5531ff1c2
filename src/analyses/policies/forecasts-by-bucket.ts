import { bucketOf, type DemandBucket } from "../../engine/calendar";
import { forecastTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";

const forecastColumns = narrowed(forecastTable, ["Item", "Location", "Date", "Stat", "Final"]);

/** Forecasts by item and place, then bucket: Final where it is filled, else Stat. */
export function forecastsByBucket(
  forecast: TableContent | undefined,
  bucket: DemandBucket,
): { readonly of: ReadonlyMap<string, ReadonlyMap<number, number>>; readonly issues: readonly Issue[] } {
  const of = new Map<string, Map<number, number>>();
  if (forecast === undefined) return { of, issues: [] };
  const { rows, issues } = readRows(forecastColumns, forecast.columns, forecast.rows);
  for (const { Item, Location, Date, Stat, Final } of rows) {
    const value = Final ?? Stat;
    if (value === null) continue;
    const id = leafId(Item as string, Location ?? "");
    let buckets = of.get(id);
    if (buckets === undefined) of.set(id, (buckets = new Map()));
    const at = bucketOf(Date as number, bucket);
    buckets.set(at, (buckets.get(at) ?? 0) + value);
  }
  return { of, issues };
}
