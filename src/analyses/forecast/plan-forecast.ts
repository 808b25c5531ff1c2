import { sha256 } from "../../engine/math/sha256";
import { demandTable, itemsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import { bucketOf } from "../../engine/calendar";
import type { ForecastLevel, ForecastOptions } from "./forecast-options";

/** An item at a place: what rows of Forecast are for. */
export interface Leaf {
  readonly id: string;
  readonly item: string;
  /** Blank where Demand names none. */
  readonly location: string;
  /** Blank where Items names none. */
  readonly family: string;
  /** Lifecycle stage as Items has it; blank where it does not. */
  readonly stage: string;
  /** Calendar days; null where not known. */
  readonly leadTime: number | null;
  /** Body row of Items, counted from 0; null where the item stands in no row. */
  readonly itemRow: number | null;
  /** Body row of Demand with its first line, counted from 1. */
  readonly demandRow: number;
  /** Bucket of the first entry of `series`. */
  readonly start: number;
  /** Demand by bucket, from the first line of the item to the last bucket that is over. */
  readonly series: readonly number[];
}

/** Leaves that are forecast together; one leaf where the level is the finest. */
export interface Group {
  readonly level: ForecastLevel;
  readonly leaves: readonly Leaf[];
  readonly start: number;
  readonly series: readonly number[];
}

export interface ForecastPlan {
  readonly options: ForecastOptions;
  readonly leaves: readonly Leaf[];
  /** Levels that differ in this workbook, finest first. */
  readonly levels: readonly ForecastLevel[];
  /** First bucket to forecast. */
  readonly next: number;
  /** Lines of Demand in the bucket that is not over, or later. */
  readonly leftOut: number;
  readonly issues: readonly Issue[];
}

const demandColumns = narrowed(demandTable, ["Item", "Location", "Date", "Qty"]);
const itemColumns = narrowed(itemsTable, ["Item", "Family", "Stage", "LeadTime"]);

/** Sums demand by item, location and bucket. History ends with the last bucket that has a line anywhere and is over. */
export function planForecast(
  demand: TableContent,
  items: TableContent | undefined,
  options: ForecastOptions,
): ForecastPlan {
  const read = readRows(demandColumns, demand.columns, demand.rows);
  const master = readItems(items);
  const today = options.asOf === Infinity ? Infinity : bucketOf(options.asOf, options.bucket);
  const totals = new Map<string, { row: number; first: number; byBucket: Map<number, number> }>();
  let last = -Infinity;
  let leftOut = 0;
  read.rows.forEach(({ Item, Location, Date, Qty }, i) => {
    const bucket = bucketOf(Date as number, options.bucket);
    if (bucket >= today) {
      leftOut++;
      return;
    }
    if (bucket > last) last = bucket;
    const id = leafId(Item as string, Location ?? "");
    let total = totals.get(id);
    if (total === undefined) {
      totals.set(id, (total = { row: read.rowNumbers[i], first: bucket, byBucket: new Map() }));
    }
    if (bucket < total.first) total.first = bucket;
    total.byBucket.set(bucket, (total.byBucket.get(bucket) ?? 0) + (Qty as number));
  });
  const leaves = [...totals].map(([id, { row, first, byBucket }]): Leaf => {
    const [item, location] = id.split("\t");
    const known = master.rows.get(item);
    return {
      id,
      item,
      location,
      family: known?.family ?? "",
      stage: known?.stage ?? "",
      leadTime: known?.leadTime ?? null,
      itemRow: known?.row ?? null,
      demandRow: row,
      start: first,
      series: Array.from({ length: last - first + 1 }, (_, k) => byBucket.get(first + k) ?? 0),
    };
  });
  return {
    options,
    leaves,
    levels: levelsOf(leaves),
    next: last + 1,
    leftOut,
    issues: [...read.issues, ...master.issues],
  };
}

export function leafId(item: string, location: string): string {
  return `${item}\t${location}`;
}

/** The leaves grouped for one level, each group with its summed series. */
export function groupsAt(level: ForecastLevel, leaves: readonly Leaf[]): Group[] {
  const members = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = groupKey(level, leaf);
    const group = members.get(key);
    if (group === undefined) members.set(key, [leaf]);
    else group.push(leaf);
  }
  return [...members.values()].map((group) => ({ level, leaves: group, ...summed(group) }));
}

/** Items of no family are forecast each by itself. */
function groupKey(level: ForecastLevel, { id, item, family }: Leaf): string {
  if (level === "location") return id;
  return level === "item" || family === "" ? item : leafId("", family);
}

function summed(leaves: readonly Leaf[]): Pick<Group, "start" | "series"> {
  const start = leaves.reduce((first, leaf) => Math.min(first, leaf.start), Infinity);
  const end = leaves[0].start + leaves[0].series.length;
  const series = new Array<number>(end - start).fill(0);
  for (const leaf of leaves) leaf.series.forEach((value, t) => (series[leaf.start - start + t] += value));
  return { start, series };
}

/** The level to forecast at: the one wanted or, where this workbook does not tell it from that of items, the latter. */
export function levelOf({ levels, options }: ForecastPlan): ForecastLevel {
  return levels.includes(options.level) ? options.level : "item";
}

/** SHA-256 of the series and master data that a run reads, in the order of their codes: sorting the tables changes nothing. */
export function inputHash({ leaves, next }: ForecastPlan): string {
  const lines = leaves.map(
    ({ id, family, stage, leadTime, series }) => `${[id, family, stage, leadTime, ...series].join("\t")}\n`,
  );
  return sha256(`${next}\n${lines.sort().join("")}`);
}

function levelsOf(leaves: readonly Leaf[]): ForecastLevel[] {
  const items = new Set(leaves.map(({ item }) => item)).size;
  return [
    ...(leaves.length > items ? (["location"] as const) : []),
    "item",
    ...(leaves.some(({ family }) => family !== "") ? (["family"] as const) : []),
  ];
}

interface ItemFacts {
  readonly row: number;
  readonly family: string;
  readonly stage: string;
  readonly leadTime: number | null;
}

function readItems(items: TableContent | undefined): {
  rows: Map<string, ItemFacts>;
  issues: readonly Issue[];
} {
  const rows = new Map<string, ItemFacts>();
  if (items === undefined) return { rows, issues: [] };
  const read = readRows(itemColumns, items.columns, items.rows);
  read.rows.forEach(({ Item, Family, Stage, LeadTime }, i) => {
    const facts = {
      row: read.rowNumbers[i] - 1,
      family: Family ?? "",
      stage: Stage ?? "",
      leadTime: LeadTime,
    };
    if (!rows.has(Item as string)) rows.set(Item as string, facts);
  });
  return { rows, issues: read.issues };
}

/** Do two plans ask for the same? A table that was read again without a change gives the same plan. */
export function samePlan(a: ForecastPlan, b: ForecastPlan): boolean {
  if (a === b) return true;
  const { horizon, bucket, asOf } = a.options;
  return (
    horizon === b.options.horizon &&
    bucket === b.options.bucket &&
    asOf === b.options.asOf &&
    levelOf(a) === levelOf(b) &&
    a.next === b.next &&
    a.leaves.length === b.leaves.length &&
    a.leaves.every((leaf, i) => sameLeaf(leaf, b.leaves[i]))
  );
}

function sameLeaf(a: Leaf, b: Leaf): boolean {
  return (
    a.id === b.id &&
    a.family === b.family &&
    a.stage === b.stage &&
    a.leadTime === b.leadTime &&
    a.itemRow === b.itemRow &&
    a.series.length === b.series.length &&
    a.series.every((value, t) => value === b.series[t])
  );
}
