import type { OrderRounding } from "../replenishment";
import type { ControlRule } from "./control-rule";
import { simulateReplications, type Estimate, type SiteEstimates } from "./replications";

export interface ServiceSimulation {
  /** Streams of one period's demand, and of lead times in whole periods, each settled by its seed. */
  readonly demandFrom: (seed: number) => () => number;
  readonly leadTimeFrom: (seed: number) => () => number;
  /** Periods; with the review, what the start is forgotten after. */
  readonly longestLeadTime: number;
  readonly rule: ControlRule;
  readonly review: number;
  readonly limits: OrderRounding;
  readonly lostSales: boolean;
  /** Periods that are measured, in all. */
  readonly periods: number;
  readonly seed: number;
}

export interface ServiceEstimates extends Omit<SiteEstimates, "orders"> {
  readonly ordersPerPeriod: Estimate;
}

/** Independent runs, from which the standard errors come. */
const runs = 50;
/** Spans of lead time and review that every run goes through before it is measured. */
const spansBefore = 10;

/**
 * What a policy delivers in the long run against a demand known by its distribution: independent runs, each begun with full stock and
 * measured once the start is forgotten.
 * Source: Law (2015), sections 9.5.1 and 9.5.2 (replication and deletion).
 */
export function simulateService(request: ServiceSimulation): ServiceEstimates {
  const { demandFrom, leadTimeFrom, longestLeadTime, rule, review, limits, lostSales, periods, seed } =
    request;
  const cycle = cyclePeriods(request);
  const warmUp = Math.ceil(spansBefore * (longestLeadTime + review + cycle));
  const measured = Math.ceil(periods / runs);
  const demand = new Float64Array(warmUp + measured);
  const estimates = simulateReplications(runs, (run) => {
    // Streams of different runs part by their seeds.
    const draw = demandFrom(seed + 7919 * (2 * run + 1));
    for (let t = 0; t < demand.length; t++) demand[t] = draw();
    const leadTime = leadTimeFrom(seed + 7919 * (2 * run + 2));
    return { demand, leadTime, rule, review, limits, lostSales, warmUp };
  });
  const { mean, standardError, halfWidth } = estimates.orders;
  const ordersPerPeriod = {
    mean: mean / measured,
    standardError: standardError / measured,
    halfWidth: halfWidth / measured,
  };
  return { ...estimates, ordersPerPeriod };
}

/** Periods that an order lasts about, bounded so that a demand of nearly nothing does not run for ever. */
function cyclePeriods({ demandFrom, rule, seed, periods }: ServiceSimulation): number {
  const draw = demandFrom(seed);
  let sum = 0;
  for (let t = 0; t < 1000; t++) sum += draw() / 1000;
  const lot =
    rule.kind === "lots"
      ? rule.lot
      : Number.isFinite(rule.reorderPoint)
        ? rule.target - rule.reorderPoint
        : 0;
  return sum > 0 ? Math.min(lot / sum, periods / runs) : 0;
}
