import type { DemandBucket } from "../../engine/calendar";
import type { Leaf } from "../forecast/plan-forecast";
import type { BucketUnits } from "./units-by-day";

/** One source's signal, week by week; NaN where it is not known. */
export interface WeeklySignal {
  readonly source: string;
  /** Weeks by which it runs ahead of demand; the weeks below are those that it speaks of. */
  readonly lead: number;
  readonly weeks: BucketUnits;
  /** The same less what only filled, or came from, shelves of the trade, where its stock is known. */
  readonly net: BucketUnits;
}

/** All that sensing looks at for one item at one place; plain, so that it can travel to a worker. */
export interface LeafSignals {
  readonly leaf: Leaf;
  readonly bucket: DemandBucket;
  /** Day it is seen from, as Excel serial; what happens on it is not known yet. */
  readonly today: number;
  readonly signals: readonly WeeklySignal[];
  /** Demand by day up to today, where Demand is dated more finely than in buckets. */
  readonly byDay?: BucketUnits;
  /** Shares of weekdays, Monday first. */
  readonly weekdays: readonly number[];
  /** Stat and Final of Forecast from the bucket of today on; NaN where it has none. */
  readonly stat: readonly number[];
  readonly final: readonly number[];
  /** Open orders of customers by the week they are wanted; NaN-free, the week of today first, overdue ones in it. */
  readonly booked: readonly number[];
}

/** How signals are taken. */
export interface SensingChoice {
  /** Weeks that are news. */
  readonly window: number;
  /** Largest shift either way, as a fraction. */
  readonly cap: number;
  /** Weeks until the shift is gone. */
  readonly decay: number;
}

/** Weeks ahead that are written: at least until the shift is gone. */
export const WEEKS_AHEAD = 8;
