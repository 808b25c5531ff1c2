import { readFileSync } from "node:fs";
import type { Lane, Site } from "../../../src/engine/network";

interface Chain {
  readonly chain: number;
  readonly stage: readonly string[];
  readonly cost: readonly number[];
  readonly time: readonly number[];
  readonly demand_sd: readonly (number | null)[];
  readonly max_service_time: readonly (number | null)[];
  readonly arcs: readonly (readonly [number, number])[];
}

export interface ChainNetwork {
  readonly chain: number;
  readonly sites: readonly Site[];
  readonly lanes: readonly Lane[];
}

/**
 * The real supply chains of Willems (2008) as the guaranteed-service model takes them: holding cost 1 a unit of cumulative cost (a rate
 * only scales the answer), times rounded to whole periods.
 */
export function readChains(file: string): ChainNetwork[] {
  const { chains } = JSON.parse(readFileSync(file, "utf8")) as { chains: Chain[] };
  return chains.map(({ chain, stage, cost, time, demand_sd, max_service_time, arcs }) => {
    const suppliers: number[][] = stage.map(() => []);
    for (const [from, to] of arcs) suppliers[to].push(from);
    const cumulative = new Map<number, number>();
    const total = (i: number): number => {
      const known = cumulative.get(i);
      if (known !== undefined) return known;
      const sum = suppliers[i].reduce((so, k) => so + total(k), cost[i]);
      cumulative.set(i, sum);
      return sum;
    };
    return {
      chain,
      sites: stage.map((id, i) => ({
        id,
        processingTime: Math.round(time[i]),
        holdingCost: total(i),
        demandSd: demand_sd[i] ?? 0,
        maxServiceTime: max_service_time[i] === null ? undefined : Math.round(max_service_time[i]),
        inboundTime: 0,
      })),
      lanes: arcs.map(([from, to]) => ({ from: stage[from], to: stage[to] })),
    };
  });
}
