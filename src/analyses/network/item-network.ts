import { normalQuantile } from "../../engine/math/normal";
import { reached } from "../../engine/network";
import type { NetworkLane, Place } from "./network-tables";
import type { PlaceDemand } from "./place-demand";
import { knownPlace, laneDays, startDays, supplyLanes } from "./supply-lanes";

/** One place of one item's network, ready for a plan; days are whole. */
export interface StockingPlace {
  readonly id: string;
  readonly type: Place["type"];
  /** Days from its suppliers' doors to its own stock. */
  readonly processingTime: number;
  /** Money a unit and year. */
  readonly holdingCost: number;
  /** Of the demand customers place here, a day. */
  readonly demandSd: number;
  readonly demandMean: number;
  /** The same by bucket; none where customers place nothing. */
  readonly history: readonly number[];
  /** Standard deviations of demand that its stock covers; undefined for those of the run. */
  readonly z?: number;
  /** False for suppliers: what they hold is theirs. */
  readonly ours: boolean;
}

export interface StockingNetwork {
  readonly places: readonly StockingPlace[];
  readonly lanes: readonly { readonly from: string; readonly to: string }[];
}

export interface ItemSupply {
  readonly item: string;
  /** Lanes that serve the item. */
  readonly lanes: readonly NetworkLane[];
  readonly demand: ReadonlyMap<string, PlaceDemand>;
  readonly cost: number;
  /** Days, for places that no lane leads to; null where not known. */
  readonly leadTime: number | null;
}

export interface StockingRules {
  /** Cost of carrying one money unit for a year. */
  readonly carryRate: number;
  /** Standard deviations of the lead time that a lead time counts with. */
  readonly spread: number;
}

/**
 * The places through which an item reaches demand, with whole days. A place waits for the slowest of its lanes. A unit is worth its cost
 * and the freight on its way from the first place.
 */
export function stockingNetwork(
  { item, lanes, demand, cost, leadTime }: ItemSupply,
  known: ReadonlyMap<string, Place>,
  { carryRate, spread }: StockingRules,
): StockingNetwork {
  const supply = supplyLanes(lanes);
  const wanted = [...demand].filter(([, { mean, sd }]) => mean > 0 || sd > 0).map(([id]) => id);
  const ids = [...new Set([...supply.flatMap(({ from, to }) => [from, to]), ...wanted])];
  const position = new Map(ids.map((id, i) => [id, i]));
  const suppliersOf = ids.map((): number[] => []);
  for (const { from, to } of supply) suppliersOf[position.get(to)!].push(position.get(from)!);
  const needed = reached(
    wanted.map((id) => position.get(id)!),
    suppliersOf,
  );
  const used = supply.filter(({ to }) => needed.has(position.get(to)!));
  const freight = freightFromStart(ids, used);
  const places = [...needed]
    .sort((a, b) => a - b)
    .map((i): StockingPlace => {
      const id = ids[i];
      const place = knownPlace(item, id, known);
      const inbound = used.filter(({ to }) => to === id);
      const own = demand.get(id);
      return {
        id,
        type: place.type,
        processingTime:
          inbound.length === 0
            ? Math.ceil(startDays(item, id, place.type, leadTime))
            : Math.max(...inbound.map(laneTime)),
        holdingCost: carryRate * (cost + (freight.get(id) ?? 0)),
        demandSd: own?.sd ?? 0,
        demandMean: own?.mean ?? 0,
        history: own?.history ?? [],
        ours: place.type !== "supplier",
        ...(place.csl === null ? {} : { z: normalQuantile(place.csl) }),
      };
    });
  const pairs = new Map(used.map(({ from, to }) => [JSON.stringify([from, to]), { from, to }]));
  return { places, lanes: [...pairs.values()] };

  function laneTime(lane: NetworkLane): number {
    return Math.ceil(laneDays(item, lane) + spread * (lane.leadTimeSd || 0) - 1e-9);
  }
}

/** Dearest freight a unit has collected on its way, by place; 0 where a cycle leaves it open (which the plan refuses anyway). */
export function freightFromStart(ids: readonly string[], lanes: readonly NetworkLane[]): Map<string, number> {
  const freight = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < ids.length; round++) {
    let changed = false;
    for (const { from, to, freight: own } of lanes) {
      const money = freight.get(from)! + (own || 0);
      if (money <= freight.get(to)!) continue;
      freight.set(to, money);
      changed = true;
    }
    if (!changed) break;
  }
  return freight;
}
