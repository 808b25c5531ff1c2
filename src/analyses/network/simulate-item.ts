import {
  buildNetwork,
  simulateNetwork,
  simulateStress,
  type Measured,
  type Pooling,
  type SimulatedNetwork,
} from "../../engine/network";
import type { StockingNetwork } from "./item-network";
import { stressesOf, type StressRules } from "./stress-rules";

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

/** What customers get, and what it costs. */
export interface ServiceAndCost {
  /** Share of units within the service time; of an item: where customers are, weighed by their demand. */
  readonly fillRate: Measured;
  /** Carrying what is on hand, money a year; of an item: at places of ours. */
  readonly cost: Measured;
}

/** A run under stress beside the same draws without it. */
export interface AgainstNormal {
  readonly normal: ServiceAndCost;
  /** Stressed less normal. */
  readonly change: ServiceAndCost;
}

/** The same for one place. */
export interface PlaceAgainstNormal extends AgainstNormal {
  /** Customers' units of a run that come late because of the stress. */
  readonly late: Measured;
}

export interface SimulatedPlace extends ServiceAndCost {
  readonly location: string;
  readonly ours: boolean;
  readonly baseStock: number;
  readonly readyRate: Measured;
  readonly onHand: Measured;
  /** Units a day that customers ask for here. */
  readonly demand: number;
  /** Undefined in a normal year, and where no stress touches the item. */
  readonly against?: PlaceAgainstNormal;
}

export interface SimulatedItem extends ServiceAndCost {
  readonly item: string;
  readonly places: readonly SimulatedPlace[];
  readonly against?: AgainstNormal;
}

/** The plan of one item, played day by day; under stress twice, with the same draws. */
export function simulateItem(task: SimulationTask): SimulatedItem {
  const { network, service, z, pooling, days, runs, seed } = task;
  const { places, lanes } = network;
  const sites = places.map(({ id, processingTime, holdingCost, demandSd, ours, z: own }) => ({
    id,
    processingTime,
    holdingCost: ours ? holdingCost : 0,
    demandSd,
    inboundTime: 0,
    z: own,
  }));
  const simulation = {
    demandMeans: places.map(({ demandMean }) => demandMean),
    outbound: service,
    terms: { z, pooling },
    periods: days,
    runs,
    seed,
    stresses: stressesOf(task.stress, network),
  };
  const stocked = buildNetwork(sites, lanes);
  if (simulation.stresses.length === 0) return itemOf(task, simulateNetwork(stocked, simulation));
  const { normal, stressed, change } = simulateStress(stocked, simulation);
  const item = itemOf(task, stressed);
  return {
    ...item,
    against: { normal: serviceAndCost(normal), change: serviceAndCost(change) },
    places: item.places.map((place, i) => ({
      ...place,
      against: {
        normal: siteService(normal.sites[i], places[i].holdingCost),
        change: siteService(change.sites[i], places[i].holdingCost),
        late: change.sites[i].late,
      },
    })),
  };
}

function itemOf({ item, network: { places } }: SimulationTask, played: SimulatedNetwork): SimulatedItem {
  return {
    item,
    ...serviceAndCost(played),
    places: played.sites.map((site, i) => ({
      location: places[i].id,
      ours: places[i].ours,
      baseStock: site.baseStock,
      readyRate: site.readyRate,
      onHand: site.onHand,
      demand: places[i].demandMean,
      ...siteService(site, places[i].holdingCost),
    })),
  };
}

function serviceAndCost({ fillRate, cost }: ServiceAndCost): ServiceAndCost {
  return { fillRate, cost };
}

function siteService(
  { fillRate, onHand }: { readonly fillRate: Measured; readonly onHand: Measured },
  holdingCost: number,
): ServiceAndCost {
  return { fillRate, cost: { mean: holdingCost * onHand.mean, within: holdingCost * onHand.within } };
}
