import { longestReplenishment, type Network } from "./network";
import { optimiseService, type OptimisedPlan, type SearchOptions } from "./optimise-service";
import { evaluatePlan, type ServicePlan } from "./service-plan";
import { siteStock, type StockTerms } from "./site-stock";
import type { StockTable } from "./stock-term";

/** A site that would keep its customers waiting too long if it held nothing. */
export interface LateSite {
  readonly site: number;
  /** Periods its customers would wait, and the most they accept. */
  readonly wait: number;
  readonly accepted: number;
}

/** The cheapest plan whose last stock is in one echelon, or who would be late. */
export type BoundaryPlan = OptimisedPlan | { readonly late: readonly LateSite[] };

export interface Boundaries {
  /** Without a rule on where stock may be. */
  readonly optimum: OptimisedPlan;
  /** The last echelon that holds stock in it; the first where nothing is held. */
  readonly boundary: number;
  /** By echelon; `optimum` at its boundary. */
  readonly at: readonly BoundaryPlan[];
}

/** Safety stock below this is none. */
export const leastStock = 1e-9;

/** The last echelon that holds safety stock: those before it are pushed by forecast, those after it work to order. */
function boundaryOf({ sites }: ServicePlan, echelonOf: readonly number[]): number {
  return sites.reduce(
    (last, { safetyStock }, i) => (safetyStock > leastStock ? Math.max(last, echelonOf[i]) : last),
    0,
  );
}

/**
 * The decoupling point of a network (Olhager 2003) by the guaranteed-service model (Graves and Willems 2000), and what it costs elsewhere.
 * With the boundary at echelon e nothing beyond e holds stock; a site of e covers at least its own processing time; echelons that the
 * boundary has left behind on its way towards the customer hold nothing, since their stock has moved on, but for sites whose own customers
 * would not wait; the others are placed anew.
 * `echelonOf` numbers the echelons from 0; every lane leads to a later one.
 */
export function optimiseBoundary(
  network: Network,
  terms: StockTerms,
  echelonOf: readonly number[],
  search: SearchOptions = {},
): Boundaries {
  const optimum = optimiseService(network, terms, search);
  const boundary = boundaryOf(optimum, echelonOf);
  const echelons = 1 + Math.max(...echelonOf);
  const at = Array.from({ length: echelons }, (_, echelon): BoundaryPlan => {
    if (echelon === boundary) return optimum;
    const empty = emptySites(network, echelonOf, { echelon, boundary });
    const late = lateWithout(network, empty);
    if (late.length > 0) return { late };
    const decoupling = echelonOf.map((of) => of === echelon);
    return optimiseWith(network, terms, { empty, decoupling }, search);
  });
  return { optimum, boundary, at };
}

/** Sites that hold nothing with the boundary at `echelon` instead of `boundary`. */
function emptySites(
  network: Network,
  echelonOf: readonly number[],
  { echelon, boundary }: { readonly echelon: number; readonly boundary: number },
): boolean[] {
  const empty = echelonOf.map((of) => of > echelon || (of >= boundary && of < echelon));
  const isLeft = (site: number) => empty[site] && echelonOf[site] < echelon;
  for (;;) {
    const late = new Set(lateWithout(network, empty).map(({ site }) => site));
    const keeping = network.order.find((site) => isLeft(site) && late.has(site));
    if (keeping === undefined) return empty;
    empty[keeping] = false;
  }
}

/** Sites whose customers would wait too long if the empty ones held nothing. */
function lateWithout(network: Network, empty: readonly boolean[]): readonly LateSite[] {
  const soonest = promisesOf(network, empty);
  return network.sites.flatMap(({ maxServiceTime: accepted = Infinity }, site) =>
    soonest[site] > accepted ? [{ site, wait: soonest[site], accepted }] : [],
  );
}

/** What each site promises at the soonest where the empty ones hold nothing and all others deliver at once. */
function promisesOf({ sites, suppliers, order }: Network, empty: readonly boolean[]): Int32Array {
  const soonest = new Int32Array(sites.length);
  for (const i of order) {
    if (!empty[i]) continue;
    const { inboundTime, processingTime } = sites[i];
    soonest[i] =
      suppliers[i].reduce((latest, k) => Math.max(latest, soonest[k]), inboundTime) + processingTime;
  }
  return soonest;
}

interface Rules {
  /** Sites that hold nothing. */
  readonly empty: readonly boolean[];
  /** Sites that cover at least their own processing time. */
  readonly decoupling: readonly boolean[];
}

/**
 * Both rules as stock tables, so that the search stays as it is: stock of an empty site costs more than any plan can; a decoupling site
 * counts from its own processing time on, its stock for that being a constant.
 */
function optimiseWith(
  network: Network,
  terms: StockTerms,
  { empty, decoupling }: Rules,
  search: SearchOptions,
): OptimisedPlan {
  const longest = longestReplenishment(network);
  const tables = siteStock(network, terms).map(({ z, sd, shape }, i) =>
    Float64Array.from({ length: longest[i] + 1 }, (_, time) => z * sd * shape[time]),
  );
  const { sites } = network;
  const most = sites.reduce((sum, { holdingCost }, i) => sum + holdingCost * tables[i][longest[i]], 0);
  const forbidden = 2 * most + 1;
  let constant = 0;
  const ruled = sites.map((site, i) => {
    if (empty[i]) return { ...site, holdingCost: 1 };
    if (!decoupling[i]) return site;
    constant += site.holdingCost * tables[i][site.processingTime];
    return { ...site, processingTime: 0 };
  });
  const bound = tables.map((table, i): StockTable => {
    if (empty[i]) return table.map((_, time) => (time === 0 ? 0 : forbidden));
    const own = decoupling[i] ? sites[i].processingTime : 0;
    return table.subarray(own).map((stock) => stock - table[own]);
  });
  const found = optimiseService({ ...network, sites: ruled }, { ...terms, bound }, search);
  // A search that was stopped early may not have found a plan that keeps the rules.
  const keeps = found.sites.every(({ netLeadTime }, i) => !empty[i] || netLeadTime === 0);
  const outbound = keeps ? found.sites.map((site) => site.outbound) : promisesOf(network, empty);
  const plan = evaluatePlan(network, outbound, terms);
  const proven = Math.min(plan.cost, found.bound + constant);
  const gap = plan.cost > 0 ? (plan.cost - proven) / plan.cost : 0;
  return { ...plan, bound: proven, gap, method: found.method };
}
