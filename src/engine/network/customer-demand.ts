import { gammaDraws } from "../math/gamma-draws";
import { normalDraws } from "../math/random";
import { demandDraws } from "../math/random-demand";
import type { DemandHistory } from "./empirical-bound";
import type { Network } from "./network";
import { replayedHistory, type DemandSpan } from "./replayed-history";

/** What customers' demand is drawn from: its mean and spread, whole units by its mean alone, or what they asked for in the past. */
export type DemandSource = "NORMAL" | "POISSON" | DemandHistory;

/** Demand that customers outside place at each site, by period; sites without a mean have none. */
export function customerDemand(
  network: Network,
  means: readonly number[],
  source: DemandSource,
  span: DemandSpan,
): readonly Float64Array[] {
  if (source === "NORMAL") return bySpread(network, means, span);
  if (source === "POISSON") return inWholeUnits(means, span);
  return replayedHistory(network, means, source, span);
}

/** Spread over mean from which a normal would so often fall below 0 that cutting it off there would change its mean. */
const wide = 0.3;

/** Normal where the spread is small against the mean, else gamma, which has the same mean and spread and is never negative (Burgin 1975). */
function bySpread(
  { sites, order }: Network,
  means: readonly number[],
  { periods, seed }: DemandSpan,
): Float64Array[] {
  const normal = normalDraws(seed);
  const gamma = gammaDraws(seed + 1);
  const drawn = (mean: number, sd: number): number => {
    if (mean <= 0) return 0;
    if (sd === 0) return mean;
    return sd > wide * mean ? gamma((mean / sd) ** 2, sd ** 2 / mean) : Math.max(0, mean + sd * normal());
  };
  const demand = sites.map(() => new Float64Array(periods));
  for (let t = 0; t < periods; t++)
    for (let k = order.length - 1; k >= 0; k--)
      demand[order[k]][t] = drawn(means[order[k]], sites[order[k]].demandSd);
  return demand;
}

/** From one site's draws to the next site's. */
const seedStep = 104_729;

function inWholeUnits(means: readonly number[], { periods, seed }: DemandSpan): Float64Array[] {
  return means.map((mean, i) => {
    const drawn = demandDraws("POISSON", mean, 0, seed + seedStep * i);
    return Float64Array.from({ length: periods }, drawn);
  });
}
