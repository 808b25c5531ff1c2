import { daysToPeriods } from "../../engine/calendar";
import { reached, type FlowSite } from "../../engine/network";
import { freightFromStart } from "../network/item-network";
import type { NetworkLane, Place } from "../network/network-tables";
import { knownPlace, laneDays, startDays, supplyLanes } from "../network/supply-lanes";
import type { FlowBucket } from "./flow-periods";

/** One item at one place, units. */
export interface FlowPlace {
  /** Below 0 where more was issued than there was: customers wait for it. */
  readonly stock: number;
  readonly minimum: number;
  /** By period. */
  readonly demand: readonly number[];
  readonly inbound: readonly number[];
}

export interface FlowItem {
  readonly item: string;
  readonly lanes: readonly NetworkLane[];
  readonly places: ReadonlyMap<string, FlowPlace>;
  /** Money a unit is worth where it starts; the freight on its way comes on top. */
  readonly cost: number;
  /** Cost of carrying one money unit for a period. */
  readonly carryRate: number;
  /** Days in which a first place that is no supplier replenishes itself; null where not known. */
  readonly leadTime: number | null;
}

/** A lane of one item's network. */
export interface ItemLane {
  readonly from: number;
  readonly to: number;
  /** Whole periods. */
  readonly leadTime: number;
  readonly cost: number;
  readonly lane: NetworkLane;
  /** Demand and minimum stock of all places the lane leads to, over the horizon. */
  readonly need: number;
}

export interface ItemFlow {
  readonly item: string;
  readonly sites: readonly FlowSite[];
  readonly lanes: readonly ItemLane[];
}

/** The places through which an item reaches those that need it. Lead times are rounded to whole periods. */
export function itemFlow(
  { item, lanes, places, cost, carryRate, leadTime }: FlowItem,
  types: ReadonlyMap<string, Place["type"]>,
  bucket: FlowBucket,
  periods: number,
): ItemFlow {
  const inPeriods = (days: number) => Math.round(daysToPeriods(days, bucket));
  const supply = supplyLanes(lanes);
  const ids = [...new Set([...supply.flatMap(({ from, to }) => [from, to]), ...places.keys()])];
  const position = new Map(ids.map((id, i) => [id, i]));
  const neighbours = (end: "from" | "to", other: "from" | "to") => {
    const lists = ids.map((): number[] => []);
    for (const lane of supply) lists[position.get(lane[end])!].push(position.get(lane[other])!);
    return lists;
  };
  const [suppliersOf, customersOf] = [neighbours("to", "from"), neighbours("from", "to")];
  const total = (series: readonly number[]) => series.reduce((sum, units) => sum + units, 0);
  const needs = ids.map((id) => {
    const place = places.get(id);
    return place === undefined ? 0 : total(place.demand) + place.minimum + Math.max(0, -place.stock);
  });
  const used = reached(
    ids.flatMap((_, i) => (needs[i] > 0 ? [i] : [])),
    suppliersOf,
  );
  const kept = [...used].sort((a, b) => a - b);
  const nothing = new Array<number>(periods).fill(0);
  const freight = freightFromStart(ids, supply);
  const sites = kept.map((i): FlowSite => {
    const id = ids[i];
    const { stock = 0, minimum = 0, demand = nothing, inbound = nothing } = places.get(id) ?? {};
    return {
      id,
      opening: Math.max(0, stock),
      inbound,
      source: suppliersOf[i].length > 0 ? nothing : sourceOf(id),
      demand: demand.map((units, t) => (t === 0 ? units + Math.max(0, -stock) : units)),
      minimum,
      holdingCost: carryRate * (cost + freight.get(id)!),
    };
  });
  const place = new Map(kept.map((i, k) => [ids[i], k]));
  const itemLanes = supply
    .filter(({ to }) => place.has(to))
    .map((lane): ItemLane => {
      const { from, to, freight: own } = lane;
      const leadTime = inPeriods(laneDays(item, lane));
      const beyond = reached([position.get(to)!], customersOf);
      return {
        from: place.get(from)!,
        to: place.get(to)!,
        leadTime,
        cost: own || 0,
        lane,
        need: total([...beyond].map((i) => needs[i])),
      };
    });
  return { item, sites, lanes: itemLanes };

  /** What comes from outside to a place that no lane leads to: a supplier has it at once, others after the item's lead time. */
  function sourceOf(id: string): number[] {
    const start = inPeriods(startDays(item, id, knownPlace(item, id, types), leadTime));
    return nothing.map((_, t) => (t < start ? 0 : Infinity));
  }
}

/**
 * Units a month that a lane carries of one item: its own capacity, or of a capacity for all items together the part that the item's
 * need beyond the lane has in that of all items.
 */
export function capacityShares(flows: readonly ItemFlow[]): (lane: ItemLane) => number {
  const needOf = new Map<number, number>();
  for (const { lane, need } of flows.flatMap(({ lanes }) => lanes))
    needOf.set(lane.row, (needOf.get(lane.row) ?? 0) + need);
  return ({ lane, need }) => {
    if (Number.isNaN(lane.capacity)) return Infinity;
    return lane.item === "" ? (lane.capacity * need) / needOf.get(lane.row)! : lane.capacity;
  };
}
