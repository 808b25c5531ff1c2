import { sha256 } from "../../engine/math/sha256";
import { demandTable, itemsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import { bucketOf } from "../../engine/calendar";
import { changeOverGroup } from "./change-over";
import { leafId, type Group, type Leaf } from "./leaf";
import type { ForecastLevel, ForecastOptions } from "./forecast-options";
import { lifecycleFacts } from "./lifecycle-facts";
import { withLives } from "./lives";

export { leafId, type Group, type Leaf } from "./leaf";

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
  lifecycle?: TableContent,
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
  const next = last + 1;
  const leafOf = (item: string, location: string): Leaf => {
    const known = master.rows.get(item);
    return {
      id: leafId(item, location),
      item,
      location,
      family: known?.family ?? "",
      stage: known?.stage ?? "",
      leadTime: known?.leadTime ?? null,
      itemRow: known?.row ?? null,
      demandRow: 0,
      start: next,
      series: [],
    };
  };
  const sold = [...totals].map(([id, { row, first, byBucket }]): Leaf => {
    const [item, location] = id.split("\t");
    return {
      ...leafOf(item, location),
      demandRow: row,
      start: first,
      series: Array.from({ length: next - first }, (_, k) => byBucket.get(first + k) ?? 0),
    };
  });
  const facts = lifecycleFacts(items, lifecycle);
  const { leaves, issues } = withLives(sold, facts, leafOf, { ...options, next });
  return {
    options,
    leaves,
    levels: levelsOf(leaves),
    next,
    leftOut,
    issues: [...read.issues, ...master.issues, ...facts.issues, ...issues],
  };
}

/**
 * The leaves grouped for one level, each group with its summed series. Predecessor and successor, and new items, are forecast place by place at
 * every level: their shares of others' demand are what is changing.
 */
export function groupsAt(level: ForecastLevel, leaves: readonly Leaf[]): Group[] {
  const byId = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const successors = leaves.filter(({ replaces }) => replaces !== undefined && byId.has(replaces.id));
  const replaced = new Set(successors.map(({ replaces }) => replaces!.id));
  const apart = (leaf: Leaf) =>
    leaf.launch !== undefined || leaf.replaces !== undefined || replaced.has(leaf.id);
  const members = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    if (apart(leaf)) continue;
    const key = groupKey(level, leaf);
    const group = members.get(key);
    if (group === undefined) members.set(key, [leaf]);
    else group.push(leaf);
  }
  return [
    ...[...members.values()].map((group) => ({ level, leaves: group, ...summed(group) })),
    ...successors.map((leaf) => changeOverGroup(level, byId.get(leaf.replaces!.id)!, leaf)),
    ...leaves
      .filter(({ launch }) => launch !== undefined)
      .map((leaf) => ({ level, leaves: [leaf], start: leaf.start, series: leaf.series })),
  ];
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
    ({ id, family, stage, leadTime, series, ...life }) =>
      `${[id, family, stage, leadTime, ...series, ...lifeText(life)].join("\t")}\n`,
  );
  return sha256(`${next}\n${lines.sort().join("")}`);
}

/** What a life adds to a leaf, as text; nothing where it has none. */
function lifeText({ replaces, launch }: Pick<Leaf, "replaces" | "launch">): string[] {
  return replaces === undefined && launch === undefined ? [] : [JSON.stringify({ replaces, launch })];
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
    lifeText(a).join() === lifeText(b).join() &&
    a.series.length === b.series.length &&
    a.series.every((value, t) => value === b.series[t])
  );
}
