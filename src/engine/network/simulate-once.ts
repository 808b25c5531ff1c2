import { cumulativeDemand } from "./cumulative-demand";
import { customerDemand, type DemandSource } from "./customer-demand";
import type { Network } from "./network";
import type { Stress } from "./stress";

/** What one run is about, in periods. */
export interface RunTerms {
  readonly demandMeans: readonly number[];
  readonly demand: DemandSource;
  readonly outbound: readonly number[];
  readonly baseStock: readonly number[];
  readonly inbound: ArrayLike<number>;
  readonly periods: number;
  readonly seed: number;
  readonly stresses: readonly Stress[];
}

/** Sums over the measured periods, per site. */
export interface RunResult {
  readonly asked: Float64Array;
  readonly inTime: Float64Array;
  readonly ready: Float64Array;
  readonly onHand: Float64Array;
}

/** One run of a plan: see simulate-network.ts for the rules. */
export function simulateOnce(network: Network, terms: RunTerms): RunResult {
  const { sites, suppliers, order } = network;
  const { demandMeans, demand, outbound, baseStock, inbound, periods, seed, stresses } = terms;
  // Every pipeline is full before anything is measured.
  const warmUp =
    1 +
    sites.reduce(
      (sum, { processingTime }, i) => Math.max(sum, inbound[i] + processingTime + outbound[i]),
      0,
    ) *
      2;
  const total = warmUp + periods;
  const drawn = customerDemand(network, demandMeans, demand, { periods: total, seed });
  const asked = cumulativeDemand(network, { demand: drawn, warmUp, stresses });
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
