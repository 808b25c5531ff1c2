import { coreParts, type Core } from "./core";
import { CoreSearch } from "./core-search";
import { fold } from "./fold";
import type { Network } from "./network";
import { inboundOf, serviceGraph } from "./service-graph";
import { evaluatePlan, stockTerms, type ServicePlan } from "./service-plan";
import type { StockTerms } from "./site-stock";

export interface OptimisedPlan extends ServicePlan {
  /** No plan costs less than this. */
  readonly bound: number;
  /** (cost - bound) / cost; 0 where the plan costs nothing. */
  readonly gap: number;
  /** FOLDED: exact by dynamic programming alone, as every tree is; SEARCHED: proven by search; STOPPED: the best found when stopped. */
  readonly method: "FOLDED" | "SEARCHED" | "STOPPED";
}

/** How far a search is. */
export interface SearchProgress {
  /** Of the best plan so far. */
  readonly cost: number;
  /** No plan costs less than this. */
  readonly bound: number;
  /** (cost - bound) / cost. */
  readonly gap: number;
}

export interface SearchOptions {
  /** Asked now and then; true ends the search with the best found so far and its bound. */
  readonly stop?: () => boolean;
  /** Told on the way, often: whoever shows it decides how much of it. What folds is not searched and tells nothing. */
  readonly onProgress?: (progress: SearchProgress) => void;
  /** For comparison: false leaves even trees to the search. */
  readonly folding?: boolean;
}

/** Plans that differ by less than this share of their cost count as equal. */
export const provenGap = 1e-6;
/** The search aims well below that. */
const searchTolerance = 1e-9;

/**
 * The outbound service times that cost least, by the guaranteed-service model on any acyclic network: what folds is solved by dynamic
 * programming, each connected part of the rest by exact search. The plan is rebuilt, checked and costed from its service times.
 */
export function optimiseService(
  network: Network,
  terms: StockTerms,
  { stop = () => false, onProgress, folding = true }: SearchOptions = {},
): OptimisedPlan {
  const graph = serviceGraph(network, stockTerms(network, terms));
  const { core, constant, unfold } = folding
    ? fold(graph)
    : { core: [...graph.variables.keys()], constant: 0, unfold: () => {} };
  const times = new Int32Array(graph.variables.length);
  let bound = constant;
  const parts = coreParts(graph, core, network.order);
  const searches = parts.map((part) => new CoreSearch(part, { tolerance: searchTolerance, stop }));
  searches.forEach((search, at) => {
    const tell = () => onProgress?.(progressOf(constant, searches));
    const { places, bound: least } = search.run(tell);
    bound += least;
    const part = parts[at];
    places.forEach((place, k) => (times[part.original[k]] = valueAt(part, k, place)));
  });
  unfold(times);
  const plan = evaluatePlan(network, latestPromises(network, times), terms);
  const proven = Math.min(bound, plan.cost);
  const gap = gapOf(plan.cost, proven);
  const method = parts.length === 0 ? "FOLDED" : gap <= provenGap ? "SEARCHED" : "STOPPED";
  return { ...plan, bound: proven, gap, method };
}

function progressOf(constant: number, searches: readonly CoreSearch[]): SearchProgress {
  const cost = searches.reduce((sum, search) => sum + search.reached.cost, constant);
  const bound = searches.reduce((sum, search) => sum + search.reached.bound, constant);
  return { cost, bound, gap: gapOf(cost, bound) };
}

function gapOf(cost: number, bound: number): number {
  return cost > 0 ? (cost - bound) / cost : 0;
}

function valueAt({ variables }: Core, variable: number, place: number): number {
  return variables[variable].values[place];
}

/**
 * Outbound times from those found, lengthened to what customers were planned to wait anyway, so that no site holds stock that nobody
 * is promised. No inbound time grows beyond its plan, so no cost does.
 */
function latestPromises({ sites, suppliers, customers, order }: Network, times: Int32Array): Int32Array {
  const outbound = new Int32Array(sites.length);
  for (const i of order) {
    const { inboundTime, processingTime, maxServiceTime = Infinity } = sites[i];
    const inbound = suppliers[i].reduce((latest, k) => Math.max(latest, outbound[k]), inboundTime);
    const planned = customers[i].reduce((least, j) => Math.min(least, times[inboundOf(j)]), Infinity);
    outbound[i] = Math.min(maxServiceTime, inbound + processingTime, planned);
  }
  return outbound;
}
