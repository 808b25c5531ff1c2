import { daysToPeriods, type DemandBucket } from "../../engine/calendar";
import { demandStatistics } from "../../engine/demand";
import type { Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { planForecast } from "../forecast/plan-forecast";

export interface PlaceDemand {
  /** Units a day. */
  readonly mean: number;
  /** Standard deviation of a day's demand, of independent days. */
  readonly sd: number;
  /** Units by bucket, up to the last of all items and places. */
  readonly history: readonly number[];
}

export interface DemandRules {
  readonly bucket: DemandBucket;
  /** Buckets of history that are used. */
  readonly history: number;
  /** Excel serial of today; its bucket is not over. */
  readonly asOf: number;
}

export interface NetworkDemand {
  /** By item, then place. */
  readonly of: ReadonlyMap<string, ReadonlyMap<string, PlaceDemand>>;
  /** First bucket after the history. */
  readonly next: number;
  readonly issues: readonly Issue[];
}

/** Mean and spread of demand a day, per item and place, from the history in Demand. */
export function placeDemand(demand: TableContent, { bucket, history, asOf }: DemandRules): NetworkDemand {
  const plan = planForecast(demand, undefined, { horizon: 1, bucket, level: "location", asOf });
  const periodsADay = daysToPeriods(1, bucket);
  const of = new Map<string, Map<string, PlaceDemand>>();
  for (const { item, location, series } of plan.leaves) {
    const used = series.slice(-history);
    const { mean, sd } = demandStatistics(used, 1);
    let places = of.get(item);
    if (places === undefined) of.set(item, (places = new Map()));
    places.set(location, {
      mean: Math.max(0, mean) * periodsADay,
      sd: (sd ?? 0) * Math.sqrt(periodsADay),
      history: used,
    });
  }
  return { of, next: plan.next, issues: plan.issues };
}
