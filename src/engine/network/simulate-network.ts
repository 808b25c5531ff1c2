import { invalidInput } from "../errors";
import { studentQuantile } from "../math/student-t";
import { cumulativeDemand } from "./cumulative-demand";
import { netDemandSd } from "./pooled-demand";
import type { Network } from "./network";
import { inboundTimes, type StockTerms } from "./service-plan";
import type { Stress } from "./stress";

export interface NetworkSimulation {
  /** Mean demand a period that customers outside place at each site. */
  readonly demandMeans: readonly number[];
  /** Outbound service time of each site, as in a plan. */
  readonly outbound: readonly number[];
  readonly terms: StockTerms;
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
  /** Carrying what is on hand, money a period. */
  readonly cost: Measured;
}

const confidence = 0.95;

/**
 * A plan put to the test: base stock at every site, one order a period for what was asked (Graves and Willems 2000, section 2), demand as its
 * mean and spread tell. Goods move by whole periods, first come first served, orders of one period shared in proportion; a site starts once
 * all suppliers have delivered and its inbound time has passed. Cumulative flows make every event exact. Demand beyond z standard deviations
 * is not cut: the simulation says what the plan's promise is worth then.
 */
export function simulateNetwork(network: Network, simulation: NetworkSimulation): SimulatedNetwork {
  const { terms, outbound, runs, demandMeans } = simulation;
  if (runs < 2) throw invalidInput("runs", "must be at least 2", runs);
  const sd = netDemandSd(network, terms.pooling);
  const means = netMeans(network, demandMeans);
  const inbound = inboundTimes(network, outbound);
  const baseStock = network.sites.map(({ processingTime }, i) => {
    const net = inbound[i] + processingTime - outbound[i];
    if (net < 0)
      throw invalidInput(
        "outbound",
        `of "${network.sites[i].id}" must be at most ${inbound[i] + processingTime}`,
        outbound[i],
      );
    return means[i] * net + terms.z * sd[i] * Math.sqrt(net);
  });
  const results = Array.from({ length: runs }, (_, run) =>
    simulateOnce(network, simulation, { baseStock, inbound, run }),
  );
  const measured = (of: (result: RunResult) => number): Measured => interval(results.map(of));
  return {
    sites: network.sites.map(({ id }, i) => ({
      id,
      baseStock: baseStock[i],
      fillRate: measured(({ asked, inTime }) => (asked[i] > 0 ? inTime[i] / asked[i] : 1)),
      readyRate: measured(({ ready }) => ready[i] / simulation.periods),
      onHand: measured(({ onHand }) => onHand[i] / simulation.periods),
    })),
    cost: measured(({ onHand }) =>
      network.sites.reduce(
        (sum, { holdingCost }, i) => sum + (holdingCost * onHand[i]) / simulation.periods,
        0,
      ),
    ),
  };
}

/** Mean demand that reaches each site: each lane asks for a unit a unit. */
function netMeans({ sites, customers, order }: Network, own: readonly number[]): Float64Array {
  const means = new Float64Array(sites.length);
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    means[i] = customers[i].reduce((sum, j) => sum + means[j], own[i]);
  }
  return means;
}

interface RunResult {
  readonly asked: Float64Array;
  readonly inTime: Float64Array;
  readonly ready: Float64Array;
  readonly onHand: Float64Array;
}

interface Plan {
  readonly baseStock: readonly number[];
  readonly inbound: ArrayLike<number>;
  readonly run: number;
}

function simulateOnce(
  network: Network,
  simulation: NetworkSimulation,
  { baseStock, inbound, run }: Plan,
): RunResult {
  const { sites, suppliers, order } = network;
  const { demandMeans, outbound, periods, seed, stresses = [] } = simulation;
  // Every pipeline is full before anything is measured.
  const warmUp =
    1 +
    sites.reduce(
      (sum, { processingTime }, i) => Math.max(sum, inbound[i] + processingTime + outbound[i]),
      0,
    ) *
      2;
  const total = warmUp + periods;
  const asked = cumulativeDemand(network, demandMeans, { total, warmUp, seed: seed + 7919 * run, stresses });
  const started = sites.map(() => new Float64Array(total));
  /** Orders up to this moment are delivered, in periods and parts of one. */
  const served = sites.map(() => new Float64Array(total));
  const result: RunResult = {
    asked: new Float64Array(sites.length),
    inTime: new Float64Array(sites.length),
    ready: new Float64Array(sites.length),
    onHand: new Float64Array(sites.length),
  };
  const active = (stress: Stress, t: number) => t - warmUp >= stress.first && t - warmUp <= stress.last;
  const arrived = sites.map((_, i) => suppliers[i].map(() => 0));
  for (let t = 0; t < total; t++) {
    for (const i of order) {
      const { processingTime } = sites[i];
      let ready = asked.at(i, t - inbound[i]);
      suppliers[i].forEach((k, s) => {
        const closed = stresses.some(
          (stress) =>
            stress.kind === "lane closed" && stress.from === k && stress.to === i && active(stress, t),
        );
        if (!closed) arrived[i][s] = asked.at(i, served[k][t]);
        ready = Math.min(ready, arrived[i][s]);
      });
      started[i][t] = Math.max(t > 0 ? started[i][t - 1] : 0, ready);
      const late = stresses.reduce(
        (most, stress) =>
          stress.kind === "site late" && stress.site === i && active(stress, t)
            ? Math.max(most, stress.periods)
            : most,
        0,
      );
      const since = t - processingTime - late;
      const made = baseStock[i] + (since >= 0 ? started[i][since] : 0);
      const before = t > 0 ? served[i][t - 1] : -1;
      // What is due and what there is; nothing once delivered comes back.
      served[i][t] = Math.max(before, asked.momentOf(i, made, t - outbound[i]));
      if (t < warmUp) continue;
      const due = asked.at(i, t - outbound[i]);
      const given = asked.at(i, served[i][t]);
      const tolerance = 1e-9 * (1 + due);
      const isOverdue = due - given > tolerance;
      result.ready[i] += isOverdue ? 0 : 1;
      result.onHand[i] += Math.max(0, made - given);
      const [from, to] = [asked.at(i, t - outbound[i] - 1), due];
      result.asked[i] += to - from;
      result.inTime[i] += Math.max(0, Math.min(to, given) - from);
    }
  }
  return result;
}

/** Mean over runs with half the width of its confidence interval, by Student's t. */
function interval(values: readonly number[]): Measured {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1) / values.length);
  return { mean, within: studentQuantile(confidence, values.length - 1) * deviation };
}
