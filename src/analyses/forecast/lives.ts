import { bucketOf, calendarSeason, type DemandBucket } from "../../engine/calendar";
import { lifecycleTable, type Issue } from "../../workbook/tables";
import type { Analogue, LaunchCase } from "./launch-forecast";
import type { LifecycleFacts } from "./lifecycle-facts";
import { leafId, type Leaf, type Predecessor } from "./leaf";

/** With so much demand of its own a successor needs that of its predecessor no longer, nor a new item that of others. */
const seasonsOfItsOwn = 2;
const ownBucketsOfNew = 6;
/** A launch without any demand for so long has slipped: nothing is taken over until the date is set anew. */
const slippedAfter = 3;

interface Frame {
  readonly bucket: DemandBucket;
  /** First bucket to forecast. */
  readonly next: number;
  readonly horizon: number;
}

/**
 * Tells leaves what they take over, and which are new; adds those that have no demand yet: successors where their predecessors sell, other new
 * items where their family does.
 */
export function withLives(
  leaves: readonly Leaf[],
  facts: LifecycleFacts,
  templateOf: (item: string, location: string) => Leaf,
  { bucket, next, horizon }: Frame,
): { readonly leaves: readonly Leaf[]; readonly issues: readonly Issue[] } {
  const byId = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const paired = new Set<string>();
  const issues: Issue[] = [];
  const isDue = (launch: number) => launch >= next - slippedAfter && launch < next + horizon;
  const launchOf = (item: string) => {
    const day = facts.launches.get(item);
    return day === undefined ? undefined : bucketOf(day, bucket);
  };
  for (const old of leaves) {
    const succession = facts.successions.get(old.item);
    if (succession === undefined) continue;
    const { successor, factor, lastShip } = succession;
    const id = leafId(successor, old.location);
    const there = byId.get(id);
    const first = there?.series.findIndex((units) => units > 0) ?? -1;
    const launch =
      launchOf(successor) ?? (there === undefined || first === -1 ? undefined : there.start + first);
    if (launch === undefined || (first === -1 && !isDue(launch))) continue;
    if (first !== -1 && next - (there!.start + first) >= seasonsOfItsOwn * calendarSeason[bucket]) continue;
    if (paired.has(id) || paired.has(old.id)) {
      const message = `${successor} takes over from more than one item, or from one that is new itself: ${old.item} is forecast alone`;
      issues.push({ table: lifecycleTable.name, row: 0, column: "Successor", message });
      continue;
    }
    paired.add(id).add(old.id);
    const last = lastShip === null ? null : bucketOf(lastShip, bucket);
    const replaces: Predecessor = { id: old.id, item: old.item, factor, launch, last };
    byId.set(id, { ...(there ?? templateOf(successor, old.location)), replaces });
  }
  for (const item of facts.launches.keys()) {
    const launch = launchOf(item)!;
    if (launch <= next - ownBucketsOfNew) continue;
    const own = [...byId.values()].filter((leaf) => leaf.item === item);
    if (own.some(({ replaces }) => replaces !== undefined)) continue;
    for (const leaf of own) {
      if (sinceFirst(leaf).length < ownBucketsOfNew && !paired.has(leaf.id))
        byId.set(leaf.id, { ...leaf, launch: caseOf(leaf, launch) });
    }
    if (own.length > 0 || !isDue(launch)) continue;
    const [family] = facts.attributesOf(item);
    const places = leaves.filter((leaf) => family !== "" && leaf.family === family);
    for (const location of new Set(places.map((leaf) => leaf.location))) {
      const leaf = templateOf(item, location);
      byId.set(leaf.id, { ...leaf, launch: caseOf(leaf, launch) });
    }
  }
  return { leaves: [...byId.values()], issues };

  function caseOf({ item, location, family }: Leaf, launch: number): LaunchCase {
    const beside = leaves.filter((leaf) => leaf.location === location && leaf.item !== item);
    const first = beside.reduce((earliest, leaf) => Math.min(earliest, leaf.start), Infinity);
    const launched = beside.filter((leaf) => wasLaunched(leaf, first, launchOf(leaf.item)));
    const season = calendarSeason[bucket];
    return {
      attributes: facts.attributesOf(item),
      launches: launched.map((leaf): Analogue => ({
        item: leaf.item,
        attributes: facts.attributesOf(leaf.item),
        sales: sinceFirst(leaf),
      })),
      peers: beside
        .filter(
          (leaf) =>
            family !== "" &&
            leaf.family === family &&
            !launched.includes(leaf) &&
            !facts.successions.has(leaf.item),
        )
        .map((leaf) => ({ item: leaf.item, level: mean(leaf.series.slice(-season)) })),
      wait: Math.max(0, launch - next),
    };
  }
}

/** From the first bucket with demand on. */
function sinceFirst({ series }: Leaf): readonly number[] {
  const first = series.findIndex((units) => units > 0);
  return first === -1 ? [] : series.slice(first);
}

/** By its date of launch or, where none is known, by demand that sets in well after that of others and does not pause much. */
function wasLaunched(leaf: Leaf, first: number, launch: number | undefined): boolean {
  const sales = sinceFirst(leaf);
  const began = leaf.start + leaf.series.length - sales.length;
  if (launch !== undefined) return launch > first && sales.length > 0;
  const pauses = sales.filter((units) => units === 0).length;
  return began >= first + ownBucketsOfNew && pauses * 4 < sales.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
