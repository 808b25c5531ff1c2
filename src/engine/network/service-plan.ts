import { PlanningError } from "../errors";
import type { Network } from "./network";
import { siteStock, type StockTerms } from "./site-stock";
import type { StockTerm } from "./stock-term";

export interface SitePlan {
  readonly id: string;
  readonly outbound: number;
  readonly inbound: number;
  /** inbound + processing time - outbound: the periods of demand that stock has to cover. */
  readonly netLeadTime: number;
  readonly safetyStock: number;
  readonly cost: number;
}

export interface ServicePlan {
  readonly sites: readonly SitePlan[];
  readonly cost: number;
}

/** Money a period by net lead time. */
export function stockTerms(network: Network, terms: StockTerms): StockTerm[] {
  const stock = siteStock(network, terms);
  return network.sites.map(({ holdingCost, processingTime }, i) => {
    const { z, sd, shape, isRoot } = stock[i];
    return { weight: z * holdingCost * sd, time: processingTime, shape, isRoot };
  });
}

/**
 * What given outbound service times cost: safety stock for SI + T - S at each site (by the normal bound z x net sd x its root), SI the
 * latest of what its suppliers quote. Refuses times that the site cannot keep or its customers do not accept.
 */
export function evaluatePlan(network: Network, outbound: ArrayLike<number>, terms: StockTerms): ServicePlan {
  const stock = siteStock(network, terms);
  const inbound = inboundTimes(network, outbound);
  let cost = 0;
  const sites = network.sites.map((site, i): SitePlan => {
    checkPromise(site.id, outbound[i], inbound[i] + site.processingTime, site.maxServiceTime);
    const netLeadTime = inbound[i] + site.processingTime - outbound[i];
    const { z, sd, shape } = stock[i];
    const safetyStock = z * sd * shape[netLeadTime];
    cost += safetyStock * site.holdingCost;
    return {
      id: site.id,
      outbound: outbound[i],
      inbound: inbound[i],
      netLeadTime,
      safetyStock,
      cost: safetyStock * site.holdingCost,
    };
  });
  return { sites, cost };
}

/** The latest of what suppliers inside and outside quote, per site. */
export function inboundTimes(network: Network, outbound: ArrayLike<number>): Int32Array {
  return Int32Array.from(network.sites, ({ inboundTime }, i) =>
    network.suppliers[i].reduce((latest, k) => Math.max(latest, outbound[k]), inboundTime),
  );
}

function checkPromise(
  id: string,
  promised: number,
  replenishment: number,
  accepted: number | undefined,
): void {
  const refuse = (rule: string) =>
    new PlanningError(
      "invalid-input",
      "serviceTimes",
      `serviceTimes of node "${id}" must be ${rule}, got ${Number.isNaN(promised) ? "a blank" : promised}`,
    );
  if (!Number.isInteger(promised) || promised < 0) throw refuse("a whole number of at least 0");
  if (accepted !== undefined && promised > accepted)
    throw refuse(`at most its max outbound service time ${accepted}`);
  if (promised > replenishment)
    throw refuse(`at most inbound service time plus processing time (${replenishment})`);
}
