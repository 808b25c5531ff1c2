import {
  buildNetwork,
  evaluatePlan,
  passedOn,
  simulateNetwork,
  simulateStress,
  type DemandSource,
  type Measured,
  type Network,
  type SimulatedNetwork,
} from "../../engine/network";
import { coveredSd, itemTerms, type CoverRules } from "./cover-rules";
import type { StockingNetwork } from "./item-network";
import { checkStanding, outdated, standingService, type Outdated, type StandingPlan } from "./standing-plan";
import { stressesOf, type StressRules } from "./stress-rules";

/** One item, ready to be worked on anywhere. */
export interface SimulationTask extends Omit<CoverRules, "bound"> {
  readonly item: string;
  readonly network: StockingNetwork;
  readonly plan: StandingPlan;
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
  /** Undefined where the plan is of today. */
  readonly outdated: Outdated | undefined;
}

/** The plan of one item, played day by day; under stress twice, with the same draws. */
export function simulateItem(task: SimulationTask): SimulatedItem {
  const { network, plan, days, runs, seed } = task;
  const { places, lanes } = network;
  checkStanding(plan, network);
  const sites = places.map((place, i) => ({
    id: place.id,
    processingTime: place.processingTime,
    holdingCost: place.ours ? place.holdingCost : 0,
    demandSd: coveredSd(place, plan.bound),
    inboundTime: plan.places[i]?.inbound ?? 0,
    z: place.z,
  }));
  const stocked = buildNetwork(sites, lanes);
  const outbound = standingService(stocked, plan);
  const simulation = {
    demandMeans: places.map(({ demandMean }) => demandMean),
    demand: sourceOf(task),
    outbound,
    baseStock: baseStocks(task, stocked, outbound),
    periods: days,
    runs,
    seed,
    stresses: stressesOf(task.stress, network),
  };
  const old = outdated(stocked, plan, outbound, task);
  if (simulation.stresses.length === 0)
    return { ...itemOf(task, simulateNetwork(stocked, simulation)), outdated: old };
  const { normal, stressed, change } = simulateStress(stocked, simulation);
  const item = itemOf(task, stressed);
  return {
    ...item,
    outdated: old,
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

/** Demand as the plan's bound sees it. */
function sourceOf({ network: { places }, plan: { bound }, bucketDays }: SimulationTask): DemandSource {
  if (bound !== "EMPIRICAL") return bound;
  return { histories: places.map(({ history }) => history), bucketTime: bucketDays };
}

/** Levels as Placement has them; suppliers, who have no row there, hold what the plan's bound asks for. */
function baseStocks(
  { network: { places }, plan, z, pooling, bucketDays }: SimulationTask,
  stocked: Network,
  outbound: readonly number[],
): number[] {
  const means = passedOn(stocked, (i) => places[i].demandMean);
  const rules = { z, pooling, bound: plan.bound, bucketDays };
  const bySite = evaluatePlan(stocked, outbound, itemTerms(rules, places, stocked)).sites;
  return plan.places.map((place, i) => {
    const { netLeadTime, safetyStock } = bySite[i];
    return place === null
      ? means[i] * netLeadTime + safetyStock
      : means[i] * place.netTime + place.safetyStock;
  });
}

function itemOf(
  { item, network: { places } }: SimulationTask,
  played: SimulatedNetwork,
): Omit<SimulatedItem, "outdated"> {
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
