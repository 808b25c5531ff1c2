import type { FlowLimit, FlowStore } from "../../engine/network";
import { lanesTable, locationsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import type { ItemFlow } from "./flow-network";
import type { FlowPeriods } from "./flow-periods";

/** What is limited, as FlowCapacity names it. */
export interface CapacityName {
  readonly kind: "lane" | "output" | "storage";
  readonly from: string;
  readonly to: string | null;
  /** null where all items share it. */
  readonly item: string | null;
}

export interface SharedCapacity {
  readonly limits: readonly FlowLimit[];
  readonly stores: readonly FlowStore[];
  /** In the same order. */
  readonly limitNames: readonly CapacityName[];
  readonly storeNames: readonly CapacityName[];
  readonly issues: readonly Issue[];
}

export interface PlaceCapacity {
  readonly location: string;
  /** Units held, and units that leave in a month; null for no limit. */
  readonly storage: number | null;
  readonly output: number | null;
}

const placeColumns = narrowed(locationsTable, ["Location", "Capacity", "Output"]);

export function placeCapacities(content: TableContent): {
  readonly places: readonly PlaceCapacity[];
  readonly issues: readonly Issue[];
} {
  const { rows, issues } = readRows(placeColumns, content.columns, content.rows);
  const places = rows.map(({ Location, Capacity, Output }) => ({
    location: Location ?? "",
    storage: Capacity,
    output: Output,
  }));
  // Rows without a code are told of by whoever reads the places themselves.
  return { places, issues: issues.filter(({ column }) => column !== "Location") };
}

/** What lanes carry, places send out and places hold, over the items that use it. */
export function sharedCapacity(
  flows: readonly ItemFlow[],
  places: readonly PlaceCapacity[],
  { spread, months }: FlowPeriods,
): SharedCapacity {
  const limits: FlowLimit[] = [];
  const limitNames: CapacityName[] = [];
  const stores: FlowStore[] = [];
  const storeNames: CapacityName[] = [];
  const issues: Issue[] = [];
  const byPeriod = (aMonth: number) => spread(new Array<number>(months).fill(aMonth));
  const add = (name: CapacityName, text: string, lanes: FlowLimit["lanes"], aMonth: number) => {
    if (lanes.length === 0) return;
    limits.push({ name: text, lanes, most: byPeriod(aMonth) });
    limitNames.push(name);
  };
  const ways = flows.flatMap(({ lanes }, good) => lanes.map((lane, k) => ({ good, lane: k, row: lane })));
  const byRow = grouped(ways, ({ row }) => row.row);
  for (const own of byRow.values()) {
    const [{ row }] = own;
    const { from, to, item, capacity, moq, multiple } = row;
    if (Number.isNaN(capacity)) continue;
    add({ kind: "lane", from, to, item: item === "" ? null : item }, `from ${from} to ${to}`, own, capacity);
    const [least, most] = [Math.max(moq || 0, multiple || 0), Math.max(...byPeriod(capacity))];
    if (least > most)
      issues.push({
        table: lanesTable.name,
        row: row.row,
        column: "MOQ",
        message: `the lane from ${from} to ${to} carries ${Number(most.toPrecision(4))} a period, less than its smallest shipment of ${least}: nothing is shipped on it`,
      });
  }
  const byStart = grouped(ways, ({ row }) => row.from);
  const held = grouped(
    flows.flatMap(({ places: ids }, good) => ids.map((id, site) => ({ good, site, id }))),
    ({ id }) => id,
  );
  for (const { location, storage, output } of places) {
    const whole = { from: location, to: null, item: null };
    if (output !== null)
      add({ kind: "output", ...whole }, `out of ${location}`, byStart.get(location) ?? [], output);
    const sites = held.get(location) ?? [];
    if (storage === null || sites.length === 0) continue;
    stores.push({ name: location, sites, most: storage });
    storeNames.push({ kind: "storage", ...whole });
  }
  return { limits, limitNames, stores, storeNames, issues };
}

function grouped<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
