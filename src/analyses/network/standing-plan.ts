import { PlanningError } from "../../engine/errors";
import { netDemandSd, type Network } from "../../engine/network";
import { leafId } from "../forecast/plan-forecast";
import type { CoverRules, PlacementBound } from "./cover-rules";
import type { StockingNetwork } from "./item-network";
import type { SiteRules } from "./site-rules";

/** What Placement says of one place; days are whole. */
export interface StandingPlace {
  /** Body row in Placement, counted from 1. */
  readonly row: number;
  readonly inbound: number;
  readonly service: number;
  readonly netTime: number;
  readonly safetyStock: number;
  readonly leadTime: number | null;
  readonly sigma: number | null;
  readonly bound: PlacementBound;
}

/** The plan of one item as it stands in Placement, by place of the network; null where it says nothing, as of suppliers. */
export interface StandingPlan {
  readonly places: readonly (StandingPlace | null)[];
  /** Longest service time by each place's own rule, days; null where it has none. */
  readonly longest: readonly (number | null)[];
  readonly bound: PlacementBound;
}

/** What in Placement is not as things are now. */
export interface Outdated {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** Undefined where no place of ours has a plan. */
export function standingPlan(
  item: string,
  { places }: StockingNetwork,
  { of, rows, rowNumbers }: SiteRules,
): StandingPlan | undefined {
  const standing = places.map(({ id, ours }): StandingPlace | null => {
    const leaf = leafId(item, id);
    const row = rows.get(leaf);
    if (!ours || row === undefined) return null;
    const { Inbound, Service, NetTime, SS, LeadTime, Sigma, Bound } = row;
    if (Inbound === null || Service === null || NetTime === null || SS === null) return null;
    return {
      row: rowNumbers.get(leaf)!,
      inbound: Inbound,
      service: Service,
      netTime: NetTime,
      safetyStock: SS,
      leadTime: LeadTime,
      sigma: Sigma,
      bound: Bound ?? "NORMAL",
    };
  });
  const first = standing.find((place) => place !== null);
  if (first === undefined) return undefined;
  const longest = places.map(({ id }) => {
    const { max = null, fixed = null } = of(item, id) ?? {};
    return max === null ? fixed : Math.min(max, fixed ?? Infinity);
  });
  return { places: standing, longest, bound: first.bound };
}

/** Refuses a plan that says nothing of a place of ours, or has parts of days. */
export function checkStanding(plan: StandingPlan, { places }: StockingNetwork): void {
  places.forEach(({ id, ours }, i) => {
    const place = plan.places[i];
    if (place === null) {
      if (ours) throw fault(`Placement must have Inbound, Service, NetTime and SS of ${id}, got a blank`);
      return;
    }
    for (const [column, time] of [["Inbound", place.inbound] as const, ["Service", place.service] as const])
      if (!Number.isInteger(time)) throw fault(`${column} of ${id} must be whole days, got ${time}`);
  });
}

/** Service times of a whole network from what stands in Placement. Suppliers have no row there: they promise as late as all their customers count on. */
export function standingService(network: Network, { places, longest }: StandingPlan): number[] {
  const { sites, suppliers, customers, order } = network;
  const service = new Array<number>(sites.length).fill(0);
  for (const i of order) {
    const { id, inboundTime, processingTime } = sites[i];
    const inbound = suppliers[i].reduce((latest, k) => Math.max(latest, service[k]), inboundTime);
    const most = inbound + processingTime;
    const planned = places[i]?.service;
    if (planned !== undefined && planned > most)
      throw fault(`Service of ${id} must be at most the ${most} days it takes to have goods, got ${planned}`);
    const counted = customers[i].reduce((least, j) => Math.min(least, places[j]?.inbound ?? Infinity), most);
    service[i] = planned ?? Math.min(counted, longest[i] ?? Infinity);
  }
  return service;
}

function fault(message: string): PlanningError {
  return new PlanningError("invalid-input", "placement", `${message}: run place-safety-stock again`);
}

/** Sigma of the same demand differs by no more than what a cell keeps. */
const sigmaTolerance = 1e-6;

/** The first thing in which the plan is not of today's network and demand; its levels are played all the same. */
export function outdated(
  network: Network,
  { places, bound }: StandingPlan,
  service: readonly number[],
  { pooling }: Pick<CoverRules, "pooling">,
): Outdated | undefined {
  const sd = netDemandSd(network, pooling);
  for (const [i, place] of places.entries()) {
    if (place === null) continue;
    const { id, processingTime } = network.sites[i];
    const inbound = network.suppliers[i].reduce((latest, k) => Math.max(latest, service[k]), 0);
    const tell = (column: string, planned: number | string, now: number | string): Outdated => ({
      row: place.row,
      column,
      message: `${column} of ${id} is ${planned} in Placement, by today's tables and options ${now}: the levels of Placement are played, place-safety-stock makes new ones`,
    });
    if (place.bound !== bound) return tell("Bound", place.bound, bound);
    if (place.leadTime !== null && place.leadTime !== processingTime)
      return tell("LeadTime", place.leadTime, processingTime);
    if (inbound > place.inbound) return tell("Inbound", place.inbound, inbound);
    if (place.sigma !== null && Math.abs(place.sigma - sd[i]) > sigmaTolerance * Math.max(place.sigma, sd[i]))
      return tell("Sigma", digits(place.sigma), digits(sd[i]));
  }
  return undefined;
}

const digits = (value: number) => Number(value.toPrecision(4));
