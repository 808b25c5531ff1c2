import { daysToPeriods } from "../../engine/calendar";
import { invalidInput } from "../../engine/errors";
import { normalQuantile } from "../../engine/math/normal";
import { buildNetwork, type Network } from "../../engine/network";
import type { OptionValues } from "../options";
import { coveredSd, type CoverRules } from "./cover-rules";
import type { StockingNetwork } from "./item-network";
import type { stockingOptions } from "./network-options";
import type { StockingItem } from "./stocking-items";

/** What a site says about its own service time, days. */
export interface SiteRule {
  readonly max: number | null;
  readonly fixed: number | null;
}

/** The network of one item and what its stock is to cover. */
export interface StockingTask extends CoverRules {
  readonly item: string;
  readonly network: StockingNetwork;
  /** Longest time customers wait, days. */
  readonly tolerance: number;
}

/** Refused where the options do not go together. */
export function stockingTask(
  { item, network, wait }: StockingItem,
  { csl, tolerance, pooling, bound, bucket }: OptionValues<typeof stockingOptions>,
): StockingTask {
  if (bound === "POISSON" && pooling !== "ARCS")
    throw invalidInput("pooling", "must be ARCS where the bound is POISSON", pooling);
  return {
    item,
    network,
    z: normalQuantile(csl),
    pooling,
    bound,
    bucketDays: 1 / daysToPeriods(1, bucket),
    tolerance: wait ?? tolerance,
  };
}

/**
 * The network under some sites' rules. A fixed time is a longest time at the site, and a shortest wait at its customers: they count on
 * nothing sooner.
 */
export function networkWith(
  { network: { places, lanes }, tolerance, bound }: StockingTask,
  rules: Readonly<Record<string, SiteRule>>,
): Network {
  const wait = new Map<string, number>();
  for (const { from, to } of lanes) {
    const fixed = rules[from]?.fixed ?? 0;
    if (fixed > (wait.get(to) ?? 0)) wait.set(to, fixed);
  }
  const sites = places.map((place) => {
    const { id, processingTime, holdingCost, demandSd, demandMean, z } = place;
    const rule = rules[id];
    const limits = [
      demandMean > 0 || demandSd > 0 ? tolerance : Infinity,
      rule?.max ?? Infinity,
      rule?.fixed ?? Infinity,
    ];
    const most = Math.min(...limits);
    return {
      id,
      processingTime,
      holdingCost,
      demandSd: coveredSd(place, bound),
      inboundTime: wait.get(id) ?? 0,
      z,
      ...(most === Infinity ? {} : { maxServiceTime: most }),
    };
  });
  return buildNetwork(sites, lanes);
}
