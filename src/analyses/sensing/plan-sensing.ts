import { bucketOf, bucketStart, serialOfIsoText, type DemandBucket } from "../../engine/calendar";
import { PlanningError, invalidInput } from "../../engine/errors";
import {
  demandTable,
  forecastTable,
  openOrdersTable,
  readRows,
  signalsTable,
  type Issue,
} from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId, planForecast, type Leaf } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import { WEEKS_AHEAD, type LeafSignals } from "./leaf-signals";
import { endOfSignals, readSignals, weeklySignals } from "./read-signals";
import { weeksReplayed } from "./replay";
import { DAYS_IN_WEEK, mondayOf, weekdayShares, type BucketUnits } from "./units-by-day";

export interface SensingTables {
  readonly demand: TableContent;
  readonly forecast: TableContent | undefined;
  readonly signals: TableContent | undefined;
  readonly openOrders: TableContent | undefined;
}

export interface SensingOptions {
  readonly bucket: DemandBucket;
  /** Weeks that are news. */
  readonly window: number;
  /** Weeks by which leading signals run ahead of demand. */
  readonly lead: number;
  /** ISO text; blank for the day after the latest signal or demand. */
  readonly on: string;
}

export interface SensingPlan {
  readonly today: number;
  readonly leaves: readonly LeafSignals[];
  /** Items at places that nothing tells of. */
  readonly silent: number;
  readonly issues: readonly Issue[];
}

const demandColumns = narrowed(demandTable, ["Item", "Location", "Date", "Qty"]);
const forecastColumns = narrowed(forecastTable, ["Item", "Location", "Date", "Stat", "Final"]);
const orderColumns = narrowed(openOrdersTable, ["Item", "Location", "Requested", "Qty", "Shipped"]);

/** Puts beside each other, item by item and place by place, what is known sooner than demand. */
export function planSensing(
  tables: SensingTables,
  { bucket, window, lead, on }: SensingOptions,
): SensingPlan {
  const demand = readRows(demandColumns, tables.demand.columns, tables.demand.rows);
  const lines = demand.rows.map(({ Item, Location, Date, Qty }) => ({
    id: leafId(Item as string, Location ?? ""),
    day: Math.floor(Date as number),
    units: Qty as number,
  }));
  const signalRows = readSignals(tables.signals);
  // Lines that all stand on first days of buckets tell of the bucket, not of the day.
  const isFine = lines.some(({ day }) => bucketStart(bucketOf(day, bucket), bucket) !== day);
  const today = dayOf(on) ?? dayAfterAll(lines, isFine ? "D" : bucket, endOfSignals(signalRows));
  // Of the time before any that is looked at again.
  const replayed = mondayOf(today) - DAYS_IN_WEEK * weeksReplayed(window);
  const weekdays = weekdayShares(isFine ? lines.filter(({ day }) => day < replayed) : []);
  const plan = planForecast(tables.demand, undefined, { bucket, asOf: today, horizon: 1, level: "item" });
  const signals = weeklySignals(signalRows, lead, today);
  const forecasts = plannedOf(tables.forecast, bucket, today);
  const orders = bookedOf(tables.openOrders, today);
  const byDay = isFine ? demandByDay(lines, today) : undefined;
  const all = plan.leaves.map((leaf): LeafSignals => ({
    leaf,
    bucket,
    today,
    weekdays,
    signals: signals.of(leaf.item, leaf.location),
    byDay: byDay?.get(leaf.id),
    stat: forecasts.stat(leaf),
    final: forecasts.final(leaf),
    booked: orders.of(leaf),
  }));
  const known = new Set(plan.leaves.flatMap(({ id, item }) => [id, leafId(item, "")]));
  const strangers = [...signals.rows].filter(([id]) => !known.has(id));
  return {
    today,
    leaves: all.filter((leaf) => leaf.signals.length > 0 || leaf.byDay !== undefined),
    silent: all.filter((leaf) => leaf.signals.length === 0 && leaf.byDay === undefined).length,
    issues: [
      ...demand.issues,
      ...signals.issues,
      ...forecasts.issues,
      ...orders.issues,
      ...strangers.map(([id, row]) => ({
        table: signalsTable.name,
        row,
        column: "Item",
        message: `${id.split("\t").filter(Boolean).join(" at ")} has no demand to compare with`,
      })),
    ],
  };
}

function dayOf(on: string): number | undefined {
  if (on.trim() === "") return undefined;
  const serial = serialOfIsoText(on);
  if (serial === undefined) throw invalidInput("on", "must be a date such as 2026-03-31", on);
  return serial;
}

function dayAfterAll(
  lines: readonly { readonly day: number }[],
  told: DemandBucket,
  lastSignal: number | undefined,
): number {
  const last = lines.reduce((latest, { day }) => Math.max(latest, day), -Infinity);
  if (last === -Infinity)
    throw new PlanningError("insufficient-data", "Demand", "Demand must hold lines with dates, got none");
  const after = bucketStart(bucketOf(last, told) + 1, told);
  return lastSignal === undefined ? after : Math.max(after, bucketStart(lastSignal + 1, "W"));
}

function demandByDay(
  lines: readonly { readonly id: string; readonly day: number; readonly units: number }[],
  today: number,
): Map<string, BucketUnits> {
  const totals = new Map<string, Map<number, number>>();
  for (const { id, day, units } of lines) {
    if (day >= today) continue;
    const days = totals.get(id) ?? new Map<number, number>();
    totals.set(id, days.set(day, (days.get(day) ?? 0) + units));
  }
  return new Map(
    [...totals].map(([id, days]) => {
      const first = Math.min(...days.keys());
      return [
        id,
        { first, units: Array.from({ length: today - first }, (_, i) => days.get(first + i) ?? 0) },
      ];
    }),
  );
}

/** Stat and Final of the coming buckets. */
function plannedOf(table: TableContent | undefined, bucket: DemandBucket, today: number) {
  const [stat, final] = [new Map<string, Map<number, number>>(), new Map<string, Map<number, number>>()];
  const first = bucketOf(today, bucket);
  const read = table === undefined ? undefined : readRows(forecastColumns, table.columns, table.rows);
  for (const { Item, Location, Date, Stat, Final } of read?.rows ?? []) {
    const id = leafId(Item as string, Location ?? "");
    const at = bucketOf(Date as number, bucket) - first;
    if (at < 0) continue;
    if (Stat !== null) stat.set(id, (stat.get(id) ?? new Map<number, number>()).set(at, Stat));
    if (Final !== null) final.set(id, (final.get(id) ?? new Map<number, number>()).set(at, Final));
  }
  const list = (of: Map<string, Map<number, number>>) => (leaf: Leaf) => {
    const known = of.get(leaf.id);
    const last = known === undefined ? -1 : Math.max(...known.keys());
    return Array.from({ length: last + 1 }, (_, i) => known?.get(i) ?? NaN);
  };
  return { stat: list(stat), final: list(final), issues: read?.issues ?? [] };
}

/** What customers wait for by the week they want it; what is overdue counts in the first. */
function bookedOf(table: TableContent | undefined, today: number) {
  const read = table === undefined ? undefined : readRows(orderColumns, table.columns, table.rows);
  const first = bucketOf(today, "W");
  const byLeaf = new Map<string, number[]>();
  for (const { Item, Location, Requested, Qty, Shipped } of read?.rows ?? []) {
    const open = (Qty as number) - (Shipped ?? 0);
    if (open <= 0 || Requested === null) continue;
    const at = Math.max(0, bucketOf(Requested, "W") - first);
    const id = leafId(Item as string, Location ?? "");
    const weeks = byLeaf.get(id) ?? new Array<number>(WEEKS_AHEAD).fill(0);
    byLeaf.set(id, weeks);
    if (at < weeks.length) weeks[at] += open;
  }
  return { of: (leaf: Leaf) => byLeaf.get(leaf.id) ?? [], issues: read?.issues ?? [] };
}
