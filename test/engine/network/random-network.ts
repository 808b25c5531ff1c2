import {
  evaluatePlan,
  type Lane,
  type Network,
  type Site,
  type StockTerms,
} from "../../../src/engine/network";
import type { Random } from "../../random";

export function site(id: string, values: Partial<Site> = {}): Site {
  return { id, processingTime: 1, holdingCost: 1, demandSd: 0, inboundTime: 0, ...values };
}

/** Lanes run from earlier to later sites; `density` 0 makes a tree. */
export function randomNetwork(draw: Random, size: number, density: number, longest = 3): [Site[], Lane[]] {
  const whole = (most: number) => Math.floor(draw.uniform() * (most + 1));
  const sites = Array.from({ length: size }, (_, i) =>
    site(`n${i}`, {
      processingTime: whole(longest),
      holdingCost: draw.uniform() * 10,
      demandSd: draw.uniform() < 0.4 ? draw.uniform() * 5 : 0,
      maxServiceTime: draw.uniform() < 0.4 ? whole(longest) : undefined,
      inboundTime: draw.uniform() < 0.3 ? whole(longest) : 0,
      z: draw.uniform() < 0.2 ? 2 * draw.uniform() : undefined,
    }),
  );
  const lanes: Lane[] = [];
  for (let j = 1; j < size; j++) {
    const parent = whole(j - 1);
    for (let i = 0; i < j; i++) {
      if (i !== parent && draw.uniform() >= density) continue;
      lanes.push(lane(i, j));
    }
  }
  return [sites, lanes];
}

export const lane = (from: number, to: number): Lane => ({ from: `n${from}`, to: `n${to}` });

/** Every combination of service times, without any thought. */
export function cheapestOfAll(network: Network, longest: number, terms: StockTerms): number {
  const outbound = new Int32Array(network.sites.length);
  let best = Infinity;
  const next = (at: number): void => {
    if (at === network.order.length) {
      best = Math.min(best, evaluatePlan(network, outbound, terms).cost);
      return;
    }
    const i = network.order[at];
    const { inboundTime, processingTime, maxServiceTime = Infinity } = network.sites[i];
    const ready =
      Math.max(inboundTime, ...network.suppliers[i].map((supplier) => outbound[supplier])) + processingTime;
    for (let time = 0; time <= Math.min(ready, maxServiceTime, longest); time++) {
      outbound[i] = time;
      next(at + 1);
    }
  };
  next(0);
  return best;
}
