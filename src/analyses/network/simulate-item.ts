import { PlanningError } from "../../engine/errors";
import {
  buildNetwork,
  simulateNetwork,
  type Measured,
  type Pooling,
  type Stress,
} from "../../engine/network";
import type { StockingNetwork } from "./item-network";

/** What goes wrong, by the codes of places; "" and nothing for what does not. */
export interface StressRules {
  /** Both ends of a lane that is closed, such as S05 and D300. */
  readonly closed: readonly [string, string] | undefined;
  readonly late: string;
  readonly lateDays: number;
  readonly spike: string;
  readonly factor: number;
  /** First day and how many. */
  readonly from: number;
  readonly days: number;
}

/** One item, ready to be worked on anywhere. */
export interface SimulationTask {
  readonly item: string;
  readonly network: StockingNetwork;
  /** Days that each place promises, in the order of the network's places. */
  readonly service: readonly number[];
  readonly z: number;
  readonly pooling: Pooling;
  readonly days: number;
  readonly runs: number;
  readonly seed: number;
  readonly stress: StressRules;
}

export interface SimulatedPlace {
  readonly location: string;
  readonly ours: boolean;
  readonly baseStock: number;
  readonly fillRate: Measured;
  readonly readyRate: Measured;
  readonly onHand: Measured;
  /** Money a year for a unit. */
  readonly holdingCost: number;
}

export interface SimulatedItem {
  readonly item: string;
  readonly places: readonly SimulatedPlace[];
  /** Fill rate where customers are, weighed by their demand. */
  readonly fillRate: number;
}

/** The plan of one item, played day by day. */
export function simulateItem({
  item,
  network,
  service,
  z,
  pooling,
  days,
  runs,
  seed,
  stress,
}: SimulationTask): SimulatedItem {
  const { places, lanes } = network;
  const sites = places.map(({ id, processingTime, holdingCost, demandSd }) => ({
    id,
    processingTime,
    holdingCost,
    demandSd,
    inboundTime: 0,
  }));
  const outcome = simulateNetwork(buildNetwork(sites, lanes), {
    demandMeans: places.map(({ demandMean }) => demandMean),
    outbound: service,
    terms: { z, pooling },
    periods: days,
    runs,
    seed,
    stresses: stressesOf(
      stress,
      places.map(({ id }) => id),
    ),
  });
  const total = places.reduce((sum, { demandMean }) => sum + demandMean, 0);
  return {
    item,
    places: outcome.sites.map(({ baseStock, fillRate, readyRate, onHand }, i) => ({
      location: places[i].id,
      ours: places[i].ours,
      baseStock,
      fillRate,
      readyRate,
      onHand,
      holdingCost: places[i].holdingCost,
    })),
    fillRate: outcome.sites.reduce(
      (sum, { fillRate }, i) => sum + (fillRate.mean * places[i].demandMean) / total,
      0,
    ),
  };
}

/** Stresses that touch this item's network. */
function stressesOf(
  { closed, late, lateDays, spike, factor, from, days }: StressRules,
  ids: readonly string[],
): Stress[] {
  const span = { first: from, last: from + days - 1 };
  const [a, b] = (closed ?? []).map((id) => ids.indexOf(id));
  const [site, place] = [ids.indexOf(late), ids.indexOf(spike)];
  return [
    ...(a >= 0 && b >= 0 ? [{ kind: "lane closed" as const, from: a, to: b, ...span }] : []),
    ...(site >= 0 && lateDays > 0 ? [{ kind: "site late" as const, site, periods: lateDays, ...span }] : []),
    ...(place >= 0 ? [{ kind: "demand" as const, site: place, factor, ...span }] : []),
  ];
}

/** A lane as typed: both codes with > between them. */
export function laneOf(text: string): readonly [string, string] | undefined {
  if (text.trim() === "") return undefined;
  const [from, to, more] = text.split(">").map((part) => part.trim());
  if (from && to && more === undefined) return [from, to];
  throw new PlanningError("invalid-input", "close", `close must be a lane such as S05>D300, got ${text}`);
}
