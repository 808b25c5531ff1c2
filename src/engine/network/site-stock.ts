import { longestReplenishment, type Network } from "./network";
import { poissonTables } from "./poisson-bound";
import { netDemandSd, type Pooling } from "./pooled-demand";
import { roots, type StockTable } from "./stock-term";

/** Bounds on demand that need no more than its spread; tables may stand for any other. */
export const demandBounds = ["NORMAL", "POISSON"] as const;
export type DemandBound = (typeof demandBounds)[number];

export interface StockTerms {
  /** Standard deviations of demand that stock covers, at sites that have no z of their own. */
  readonly z: number;
  readonly pooling: Pooling;
  /** NORMAL where left out; a list of tables has one a site, in which z and pooling are worked in. */
  readonly bound?: DemandBound | readonly StockTable[];
}

/** Safety stock of a site: z x sd x shape[net lead time]. */
export interface SiteStock {
  readonly z: number;
  readonly sd: number;
  readonly shape: Float64Array;
  readonly isRoot: boolean;
}

export function siteStock(network: Network, terms: StockTerms): SiteStock[] {
  const { z, pooling, bound = "NORMAL" } = terms;
  if (bound === "NORMAL") {
    const sd = netDemandSd(network, pooling);
    const shape = roots(longestReplenishment(network).reduce((most, time) => Math.max(most, time), 0));
    return network.sites.map(({ z: own = z }, i) => ({ z: own, sd: sd[i], shape, isRoot: true }));
  }
  const tables = bound === "POISSON" ? poissonTables(network, z, pooling) : bound;
  return tables.map((shape) => ({ z: 1, sd: shape[shape.length - 1] > 0 ? 1 : 0, shape, isRoot: false }));
}
