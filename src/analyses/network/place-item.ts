import {
  evaluatePlan,
  netDemandSd,
  optimiseService,
  type OptimisedPlan,
  type SearchProgress,
} from "../../engine/network";
import type { TellNews } from "../define-analysis";
import { itemTerms } from "./cover-rules";
import { searchNews } from "./search-news";
import { networkWith, type SiteRule, type StockingTask } from "./stocking-task";

/** One item, ready to be worked on anywhere. */
export interface PlacementTask extends StockingTask {
  /** By place; those without one are free. */
  readonly rules: Readonly<Record<string, SiteRule>>;
  readonly seconds: number;
}

/** How far the search for one item is: the plan it is at, its cost a year so far and what no plan can undercut. */
export interface PlacementProgress extends SearchProgress {
  readonly item: string;
  /** CORPORATE, AGREED, or the plan that keeps the rules of these sites only, to tell what each rule costs. */
  readonly plan: "CORPORATE" | "AGREED" | readonly string[];
}

export interface PlacedSite {
  readonly location: string;
  /** False for suppliers: what they hold is theirs. */
  readonly ours: boolean;
  readonly leadTime: number;
  readonly sigma: number;
  readonly inbound: number;
  readonly service: number;
  readonly netTime: number;
  readonly safetyStock: number;
  readonly cost: number;
  readonly corporateService: number;
  readonly corporateStock: number;
  readonly corporateCost: number;
  readonly localStock: number;
  readonly localCost: number;
  /** This site's part of what the sites' own rules cost the whole network a year; null where it has none. */
  readonly boundCost: number | null;
}

export interface PlacedItem {
  readonly item: string;
  readonly sites: readonly PlacedSite[];
  /** Money a year. */
  readonly corporate: number;
  readonly local: number;
  readonly agreed: number;
  readonly bound: number;
  readonly gap: number;
  readonly method: OptimisedPlan["method"];
  /** Sites whose fixed time the plan could not use up: they have their goods sooner. */
  readonly sooner: readonly string[];
}

/**
 * Three plans side by side: corporate, without any site's own rules; local, where every place covers its own lead time; agreed, the
 * cheapest that keeps the sites' rules. What rules cost together, agreed less corporate, is shared out among them (ruleCosts).
 */
export function placeItem(task: PlacementTask, tell: TellNews): PlacedItem {
  const { network, rules, pooling, seconds } = task;
  const end = performance.now() + 1000 * seconds;
  const news = searchNews(tell);
  const optimum = (plan: PlacementProgress["plan"], kept: Readonly<Record<string, SiteRule>>) => {
    const stocked = networkWith(task, kept);
    return optimiseService(stocked, itemTerms(task, task.network.places, stocked), {
      stop: () => performance.now() > end,
      onProgress: (progress) => {
        const details: PlacementProgress = { item: task.item, plan, ...progress };
        news(details);
      },
    });
  };
  const corporate = optimum("CORPORATE", {});
  const ruled = network.places.filter(({ id }) => rules[id] !== undefined).map(({ id }) => id);
  const agreed = ruled.length === 0 ? corporate : optimum("AGREED", rules);
  const free = networkWith(task, {});
  const local = evaluatePlan(
    free,
    network.places.map(() => 0),
    itemTerms(task, task.network.places, free),
  );
  const boundCosts = ruleCosts(ruled, (kept) => {
    if (kept.length === 0) return corporate.cost;
    if (kept.length === ruled.length) return agreed.cost;
    return optimum(kept, Object.fromEntries(kept.map((id) => [id, rules[id]]))).cost;
  });

  const sigma = netDemandSd(free, pooling);
  return {
    item: task.item,
    sites: network.places.map(({ id, processingTime, ours }, i) => ({
      location: id,
      ours,
      leadTime: processingTime,
      sigma: sigma[i],
      inbound: agreed.sites[i].inbound,
      service: agreed.sites[i].outbound,
      netTime: agreed.sites[i].netLeadTime,
      safetyStock: agreed.sites[i].safetyStock,
      cost: agreed.sites[i].cost,
      corporateService: corporate.sites[i].outbound,
      corporateStock: corporate.sites[i].safetyStock,
      corporateCost: corporate.sites[i].cost,
      localStock: local.sites[i].safetyStock,
      localCost: local.sites[i].cost,
      boundCost: boundCosts.get(id) ?? null,
    })),
    corporate: corporate.cost,
    local: local.cost,
    agreed: agreed.cost,
    bound: agreed.bound,
    gap: agreed.gap,
    method: agreed.method,
    sooner: ruled.filter((id) => {
      const fixed = rules[id].fixed;
      const site = agreed.sites[network.places.findIndex((place) => place.id === id)];
      return fixed !== null && site.outbound < fixed;
    }),
  };
}

/**
 * What each rule costs, so that all together are what the rules cost: each in turn is added to those before it, once in the order of
 * the sites and once in the reverse order, and the two increases are averaged. Of two rules that make each other unnecessary each
 * costs half, though dropping one of them alone would save nothing; of two rules it is the Shapley value.
 */
function ruleCosts(
  sites: readonly string[],
  costOf: (kept: readonly string[]) => number,
): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const order of [sites, [...sites].reverse()]) {
    let before = costOf([]);
    order.forEach((id, k) => {
      const after = costOf(order.slice(0, k + 1));
      costs.set(id, (costs.get(id) ?? 0) + (after - before) / 2);
      before = after;
    });
  }
  return costs;
}
