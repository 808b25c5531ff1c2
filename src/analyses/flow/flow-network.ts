import { daysPerYear, daysToPeriods } from "../../engine/calendar";
import { reached, type FlowGood, type FlowLane, type FlowSite } from "../../engine/network";
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
  /** Days in which a first place that is no supplier replenishes itself; null where not known. */
  readonly leadTime: number | null;
}

/** What holds for all items. */
export interface FlowRules {
  readonly types: ReadonlyMap<string, Place["type"]>;
  readonly bucket: FlowBucket;
  readonly periods: number;
  /** Cost of carrying one money unit for a year. */
  readonly carryRate: number;
  /** What a unit that waits, or is missing from safety stock, costs each period, as part of its cost. */
  readonly shortage: number;
  readonly below: number;
}

export interface ItemFlow {
  readonly good: FlowGood;
  /** Locations of its sites. */
  readonly places: readonly string[];
  /** Rows of Lanes, in the order of its lanes. */
  readonly lanes: readonly NetworkLane[];
}

/** The places through which an item reaches those that need it. Lead times are rounded to whole periods, capital under way counts by the day. */
export function itemFlow({ item, lanes, places, cost, leadTime }: FlowItem, rules: FlowRules): ItemFlow {
  const { types, bucket, periods, carryRate } = rules;
  const inPeriods = (days: number) => Math.round(daysToPeriods(days, bucket));
  const supply = supplyLanes(lanes);
  const ids = [...new Set([...supply.flatMap(({ from, to }) => [from, to]), ...places.keys()])];
  const position = new Map(ids.map((id, i) => [id, i]));
  const suppliersOf = ids.map((): number[] => []);
  for (const { from, to } of supply) suppliersOf[position.get(to)!].push(position.get(from)!);
  const needed = [...places].flatMap(([id, place]) =>
    place.minimum > 0 || place.stock < 0 || place.demand.some((units) => units > 0)
      ? [position.get(id)!]
      : [],
  );
  const kept = [...reached(needed, suppliersOf)].sort((a, b) => a - b);
  const nothing = new Array<number>(periods).fill(0);
  const freight = freightFromStart(ids, supply);
  const worth = (id: string) => cost + freight.get(id)!;
  const sites = kept.map((i): FlowSite => {
    const id = ids[i];
    const { stock = 0, minimum = 0, demand = nothing, inbound = nothing } = places.get(id) ?? {};
    return {
      id: `${item} at ${id}`,
      opening: Math.max(0, stock),
      inbound,
      source: suppliersOf[i].length > 0 ? nothing : sourceOf(id),
      demand: demand.map((units, t) => (t === 0 ? units + Math.max(0, -stock) : units)),
      minimum,
      holdingCost: (carryRate * worth(id)) / daysToPeriods(daysPerYear, bucket),
    };
  });
  const place = new Map(kept.map((i, k) => [ids[i], k]));
  const used = supply.filter(({ to }) => place.has(to));
  const ways = used.map((lane): FlowLane => {
    const { from, to, freight: own, moq, multiple } = lane;
    const days = laneDays(item, lane);
    return {
      from: place.get(from)!,
      to: place.get(to)!,
      leadTime: inPeriods(days),
      cost: own || 0,
      transitCost: (carryRate * worth(from) * days) / daysPerYear,
      least: moq || 0,
      multiple: multiple || 0,
    };
  });
  const good = {
    name: item,
    sites,
    lanes: ways,
    shortagePenalty: rules.shortage * cost,
    minimumPenalty: rules.below * cost,
  };
  return { good, places: kept.map((i) => ids[i]), lanes: used };

  /** What comes from outside to a place that no lane leads to: a supplier has it at once, others after the item's lead time. */
  function sourceOf(id: string): number[] {
    const start = inPeriods(startDays(item, id, knownPlace(item, id, types), leadTime));
    return nothing.map((_, t) => (t < start ? 0 : Infinity));
  }
}
