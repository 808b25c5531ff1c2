import type { Network } from "./network";

/**
 * How the demand of several customers adds up at their common supplier.
 * - ARCS: net variance = own + the sum of the direct customers' net variances (streams independent)
 * - PATHS: own variance of each site of demand times the squared number of directed paths to it (one stream stays one)
 */
export const poolings = ["ARCS", "PATHS"] as const;
export type Pooling = (typeof poolings)[number];

/** Standard deviation a period of the demand that reaches each site, directly or through its customers. */
export function netDemandSd(network: Network, pooling: Pooling): Float64Array {
  const variance =
    pooling === "ARCS" ? passedOn(network, (i) => network.sites[i].demandSd ** 2) : varianceByPaths(network);
  return variance.map(Math.sqrt);
}

/** What reaches each site: its own, and all that reaches its direct customers. */
export function passedOn({ sites, customers, order }: Network, own: (site: number) => number): Float64Array {
  const total = new Float64Array(sites.length);
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    total[i] = customers[i].reduce((sum, j) => sum + total[j], own(i));
  }
  return total;
}

function varianceByPaths({ sites, suppliers, order }: Network): Float64Array {
  const variance = new Float64Array(sites.length);
  const paths = new Float64Array(sites.length);
  sites.forEach(({ demandSd }, demandSite) => {
    if (demandSd === 0) return;
    paths.fill(0);
    paths[demandSite] = 1;
    for (let k = order.length - 1; k >= 0; k--) {
      const i = order[k];
      if (paths[i] === 0) continue;
      variance[i] += demandSd ** 2 * paths[i] ** 2;
      for (const supplier of suppliers[i]) paths[supplier] += paths[i];
    }
  });
  return variance;
}
