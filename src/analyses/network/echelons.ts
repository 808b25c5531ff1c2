import type { Place } from "./network-tables";

/** Places in groups, the furthest from the customer first. */
export interface Echelons {
  readonly names: readonly string[];
  /** By place. */
  readonly of: ReadonlyMap<string, number>;
}

interface Link {
  readonly from: string;
  readonly to: string;
}

type Typed = Pick<Place, "id" | "type">;

const typeNames = {
  supplier: "Suppliers",
  plant: "Plants",
  DC: "Warehouses",
  store: "Shops and points of demand",
} as const;
const types = ["supplier", "plant", "DC", "store"] as const;

/** By the kind of place; undefined where that of one is not known. */
export function echelonsByType(places: readonly Typed[]): Echelons | undefined {
  if (places.some(({ type }) => type === null)) return undefined;
  const present = types.filter((type) => places.some((place) => place.type === type));
  return {
    names: present.map((type) => typeNames[type]),
    of: new Map(places.map(({ id, type }) => [id, present.indexOf(type!)])),
  };
}

/** By steps from a place without suppliers, the longest way; a cycle ends where it began. */
export function echelonsByDepth(ids: readonly string[], links: readonly Link[]): Echelons {
  const of = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < ids.length; round++) {
    let changed = false;
    for (const { from, to } of links) {
      const next = of.get(from)! + 1;
      if (next <= of.get(to)! || next >= ids.length) continue;
      of.set(to, next);
      changed = true;
    }
    if (!changed) break;
  }
  const last = Math.max(0, ...of.values());
  return { names: Array.from({ length: 1 + last }, (_, k) => depthName(k)), of };
}

const depthName = (depth: number) =>
  depth === 0 ? "First places" : `${depth} ${depth === 1 ? "step" : "steps"} on`;

/**
 * The echelons of one item: by kind, as the map draws them, where each lane leads on to a later kind; else by depth, each with its kind
 * in its name where it is of one.
 */
export function itemEchelons(places: readonly Typed[], lanes: readonly Link[]): Echelons {
  const byType = echelonsByType(places);
  if (byType !== undefined && lanes.every(({ from, to }) => byType.of.get(from)! < byType.of.get(to)!))
    return byType;
  const { names, of } = echelonsByDepth(
    places.map(({ id }) => id),
    lanes,
  );
  return {
    names: names.map((name, depth) => {
      const kinds = new Set(places.filter(({ id }) => of.get(id) === depth).map(({ type }) => type));
      const [kind] = kinds;
      return kinds.size === 1 && kind !== null ? `${typeNames[kind]}, ${name.toLowerCase()}` : name;
    }),
    of,
  };
}
