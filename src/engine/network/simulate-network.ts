import { invalidInput } from "../errors";
import { studentQuantile } from "../math/student-t";
import type { DemandSource } from "./customer-demand";
import { passedOn } from "./pooled-demand";
import type { Network } from "./network";
import { inboundTimes } from "./service-plan";
import { simulateOnce, type RunResult } from "./simulate-once";
import type { Stress } from "./stress";

export interface NetworkSimulation {
  /** Mean demand a period that customers outside place at each site. */
  readonly demandMeans: readonly number[];
  /** Outbound service time of each site, as in a plan. */
  readonly outbound: readonly number[];
  /** Stock and orders together that each site keeps up: mean demand over its net lead time, and its safety stock. */
  readonly baseStock: readonly number[];
  /** NORMAL where left out: by mean and spread, gamma where the spread is wide. */
  readonly demand?: DemandSource;
  /** Measured periods of one run. */
  readonly periods: number;
  readonly runs: number;
  readonly seed: number;
  readonly stresses?: readonly Stress[];
}

/** A mean over runs, and how far off it may be: half the width of its 95 % confidence interval. */
export interface Measured {
  readonly mean: number;
  readonly within: number;
}

export interface SimulatedSite {
  readonly id: string;
  readonly baseStock: number;
  /** Share of units delivered within the service time. */
  readonly fillRate: Measured;
  /** Share of periods at whose end nothing is overdue. */
  readonly readyRate: Measured;
  /** Units on hand at the end of a period. */
  readonly onHand: Measured;
}

export interface SimulatedNetwork {
  readonly sites: readonly SimulatedSite[];
  /** Of customers outside: that of the sites, weighed by their demand; 1 where there is none. */
  readonly fillRate: Measured;
  /** Carrying what is on hand, money a period. */
  readonly cost: Measured;
}

const confidence = 0.95;

/** What stress does, against the same draws without it. */
export interface NetworkUnderStress {
  readonly normal: SimulatedNetwork;
  readonly stressed: SimulatedNetwork;
  /** Stressed less normal, run by run: an interval narrower than those of the two. */
  readonly change: { readonly sites: readonly SiteChange[] } & Pick<SimulatedNetwork, "fillRate" | "cost">;
}

export interface SiteChange extends Pick<SimulatedSite, "id" | "fillRate" | "onHand"> {
  /** Units of customers outside that come late, in one run. */
  readonly late: Measured;
}

/**
 * A plan put to the test: base stock at every site, one order a period for what was asked (Graves and Willems 2000, section 2), demand as its
 * mean and spread tell. Goods move by whole periods, first come first served, orders of one period shared in proportion; a site starts once
 * all suppliers have delivered and its inbound time has passed. Cumulative flows make every event exact. Demand beyond what the plan covers
 * is not cut: the simulation says what its promise is worth then.
 */
export function simulateNetwork(network: Network, simulation: NetworkSimulation): SimulatedNetwork {
  return summed(network, simulation, play(network, simulation));
}

export function simulateStress(
  network: Network,
  simulation: NetworkSimulation & { readonly stresses: readonly Stress[] },
): NetworkUnderStress {
  const calm = { ...simulation, stresses: [] };
  const [normal, stressed] = [play(network, calm), play(network, simulation)];
  const change = (of: (result: RunResult) => number): Measured =>
    interval(stressed.map((result, run) => of(result) - of(normal[run])));
  const measures = measuresOf(network, simulation);
  return {
    normal: summed(network, calm, normal),
    stressed: summed(network, simulation, stressed),
    change: {
      sites: network.sites.map(({ id }, i) => ({
        id,
        fillRate: change(measures.fillRate(i)),
        onHand: change(measures.onHand(i)),
        late: change(measures.late(i)),
      })),
      fillRate: change(measures.customers),
      cost: change(measures.cost),
    },
  };
}

function play(network: Network, simulation: NetworkSimulation): RunResult[] {
  const {
    outbound,
    baseStock,
    demand = "NORMAL",
    runs,
    demandMeans,
    periods,
    seed,
    stresses = [],
  } = simulation;
  if (runs < 2) throw invalidInput("runs", "must be at least 2", runs);
  const inbound = inboundTimes(network, outbound);
  network.sites.forEach(({ id, processingTime }, i) => {
    const most = inbound[i] + processingTime;
    if (outbound[i] > most) throw invalidInput("outbound", `of "${id}" must be at most ${most}`, outbound[i]);
  });
  return Array.from({ length: runs }, (_, run) =>
    simulateOnce(network, {
      demandMeans,
      demand,
      outbound,
      baseStock,
      inbound,
      periods,
      seed: seed + 7919 * run,
      stresses,
    }),
  );
}

/** What is read from one run. */
function measuresOf(network: Network, { periods, demandMeans }: NetworkSimulation) {
  const { sites } = network;
  const means = passedOn(network, (i) => demandMeans[i]);
  const fillRate =
    (i: number) =>
    ({ asked, inTime }: RunResult) =>
      asked[i] > 0 ? inTime[i] / asked[i] : 1;
  const total = demandMeans.reduce((sum, mean) => sum + mean, 0);
  return {
    fillRate,
    readyRate:
      (i: number) =>
      ({ ready }: RunResult) =>
        ready[i] / periods,
    onHand:
      (i: number) =>
      ({ onHand }: RunResult) =>
        onHand[i] / periods,
    /** Orders of a period are served in proportion: customers outside bear their part. */
    late:
      (i: number) =>
      ({ asked, inTime }: RunResult) =>
        means[i] > 0 ? ((asked[i] - inTime[i]) * demandMeans[i]) / means[i] : 0,
    customers: (result: RunResult) =>
      total > 0 ? demandMeans.reduce((sum, mean, i) => sum + (mean * fillRate(i)(result)) / total, 0) : 1,
    cost: ({ onHand }: RunResult) =>
      sites.reduce((sum, { holdingCost }, i) => sum + (holdingCost * onHand[i]) / periods, 0),
  };
}

function summed(
  network: Network,
  simulation: NetworkSimulation,
  results: readonly RunResult[],
): SimulatedNetwork {
  const measured = (of: (result: RunResult) => number): Measured => interval(results.map(of));
  const measures = measuresOf(network, simulation);
  return {
    sites: network.sites.map(({ id }, i) => ({
      id,
      baseStock: simulation.baseStock[i],
      fillRate: measured(measures.fillRate(i)),
      readyRate: measured(measures.readyRate(i)),
      onHand: measured(measures.onHand(i)),
    })),
    fillRate: measured(measures.customers),
    cost: measured(measures.cost),
  };
}

/** Mean over runs with half the width of its confidence interval, by Student's t. */
function interval(values: readonly number[]): Measured {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1) / values.length);
  return { mean, within: studentQuantile(confidence, values.length - 1) * deviation };
}
