import { leadTimeErrorSigma } from "../../engine/accuracy";
import { daysToPeriods, type DemandBucket } from "../../engine/calendar";
import { demandStatistics, intermittentInterval } from "../../engine/demand";
import { PlanningError, insufficientData } from "../../engine/errors";
import { countedDemand, type CountedDemand } from "../../engine/forecast";
import { economicOrderQuantity, roundUpToMultiple, type PriceBreak } from "../../engine/replenishment";
import {
  countedService,
  cycleServiceLevel,
  fillRate,
  protectionVariance,
  safetyStock,
  safetyStockForFillRate,
} from "../../engine/safety-stock";
import type { LeadTimeFacts } from "./lead-times";
import type { ServiceTarget } from "./target-rows";

export const policyKinds = ["sQ", "sS", "RS", "RsS"] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** Everything that the parameters of one item at one place depend on; plain data that travels to a worker. */
export interface PolicyTask {
  readonly bucket: DemandBucket;
  /** Demand by bucket, as far back as it is used. */
  readonly series: readonly number[];
  /** Forecasts that were made for those buckets at the time; NaN where there was none. */
  readonly forecasts: readonly number[];
  /** What is expected in the coming buckets; empty where there is no forecast. */
  readonly ahead: readonly number[];
  readonly leadTime: LeadTimeFacts;
  /** Days between reviews; 0 under continuous review. */
  readonly review: number;
  readonly kind: PolicyKind;
  readonly target: ServiceTarget;
  /** Money per unit. */
  readonly unitCost: number | null;
  /** In force; what a lot is where no cost is known. */
  readonly lotInForce: number | null;
  readonly moq: number;
  readonly multiple: number;
  readonly breaks: readonly PriceBreak[];
  readonly orderCost: number;
  readonly carryRate: number;
  readonly localMin: number | null;
  readonly localMax: number | null;
}

export interface PolicyProposal {
  readonly reorderPoint: number;
  /** Within the bounds of the site. */
  readonly safetyStock: number;
  readonly freeSafetyStock: number;
  readonly lot: number;
  readonly max: number;
  readonly cycleServiceLevel: number;
  readonly fillRate: number;
  /** Money per year; null without a unit cost. */
  readonly boundCost: number | null;
  readonly demandShare: number;
  readonly leadTimeShare: number;
  readonly reviewShare: number;
  /** Units a day. */
  readonly meanADay: number;
  /** Over lead time and review, units. */
  readonly sigma: number;
  /** Calendar days. */
  readonly leadTime: number;
  readonly leadTimeSd: number;
  /** What it rests on, and what to know before relying on it. */
  readonly basis: string;
}

const daysPerYear = 365.25;
/** Less tells nothing of spread. */
const fewestBuckets = 3;
/** Overlapping sums of errors over the lead time need this many past forecasts, as ERROR.LTSIGMA does. */
const fewestErrors = 8;
/** A day: how long demand counts that meets a shelf under continuous review. */
const shortestReview = 1;

/**
 * Parameters that meet the item's target by the target's own measure. Demand that often stays away is summed as it comes (as
 * FORECAST.QUANTILE has it), other demand is taken for normal over lead time and review.
 * @throws PlanningError where the data cannot tell
 */
export function proposePolicy(task: PolicyTask): PolicyProposal {
  const { series, bucket, leadTime, review, kind, target } = task;
  if (series.length < fewestBuckets)
    throw insufficientData("demand", `must hold at least ${fewestBuckets} buckets`, series.length);
  const inBuckets = (days: number) => daysToPeriods(days, bucket);
  const protection = inBuckets(leadTime.mean + review);
  if (kind.startsWith("R") && review === 0)
    throw new PlanningError("invalid-input", "Review", `Review must be above 0 days for ${kind}, got 0`);
  const demand = expectedDemand(task, protection);
  if (demand.mean <= 0) throw insufficientData("demand", "must be above 0 on average", demand.mean);
  const item = {
    mean: demand.mean,
    sd: demand.sd,
    leadTime: inBuckets(leadTime.mean),
    leadTimeSd: inBuckets(leadTime.sd),
    review: inBuckets(review),
  };
  const lot = lotOf(task, demand.mean * inBuckets(1));
  // A periodic policy orders what was used since the last review.
  const cycleLot = kind === "RS" ? Math.max(demand.mean * item.review, Number.MIN_VALUE) : lot;
  const variance = protectionVariance(item);
  const spread =
    variance.leadTime + (demand.sigma === null ? variance.demand + variance.review : demand.sigma ** 2);
  const sigma = Math.sqrt(spread);
  const shelf =
    demand.counted === null ? normalShelf(sigma, cycleLot) : countedShelf(demand.counted, cycleLot);
  const expected = demand.mean * protection;
  const free = shelf.needed(target, expected);
  const bounded = median(task.localMin ?? 0, free, task.localMax ?? Infinity);
  const reorderPoint = expected + bounded;
  const tooWide = demand.counted === null && sigma > unsafeSpread * expected;
  const own = variance.demand + variance.leadTime + variance.review;
  const share = (part: number) => (own === 0 ? 0 : part / own);
  return {
    reorderPoint,
    safetyStock: bounded,
    freeSafetyStock: free,
    lot: kind === "RS" ? 0 : lot,
    max: kind === "RS" ? reorderPoint : reorderPoint + lot,
    ...shelf.achieved(bounded, expected),
    boundCost: task.unitCost === null ? null : (bounded - free) * task.unitCost * task.carryRate,
    demandShare: share(variance.demand),
    leadTimeShare: share(variance.leadTime),
    reviewShare: share(variance.review),
    meanADay: demand.mean * inBuckets(1),
    sigma,
    leadTime: leadTime.mean,
    leadTimeSd: leadTime.sd,
    basis: `${demand.basis}; ${leadTime.basis}; ${shelf.basis}${tooWide ? wideSpread : ""}`,
  };
}

/** Beyond this share of expected demand the normal formula would see demand below 0 too often. */
const unsafeSpread = 0.5;
const wideSpread = ", but of wide spread: check with SIMULATE.POLICY";

interface CountedSpans {
  readonly leadTime: CountedDemand;
  readonly protection: CountedDemand;
}

interface ExpectedDemand {
  /** Units a bucket. */
  readonly mean: number;
  readonly sd: number;
  /** Over lead time and review where it was measured there; null where it follows from sd. */
  readonly sigma: number | null;
  /** Demand that often stays away, as chances of outcomes; null for other demand. */
  readonly counted: CountedSpans | null;
  readonly basis: string;
}

function expectedDemand(task: PolicyTask, protection: number): ExpectedDemand {
  const { series, forecasts, ahead } = task;
  const { mean, sd, adi } = demandStatistics(series, 1);
  if (adi !== null && adi >= intermittentInterval && series.every((value) => value >= 0)) {
    const { spans, buckets } = countedSpans(task);
    return {
      mean: spans.protection.mean / buckets,
      sd: sd ?? 0,
      sigma: null,
      counted: spans,
      basis: "history, fading",
    };
  }
  const errors = series.map((actual, t) => forecasts[t] - actual).filter((error) => !Number.isNaN(error));
  const known = ahead.length > 0 && errors.length >= fewestErrors;
  const measured = known ? leadTimeErrorSigma(series, forecasts, protection) : undefined;
  const spread = known ? `${errors.length} forecast errors` : "spread of demand";
  return {
    mean: ahead.length === 0 ? mean : meanOver(ahead, protection),
    sd: known ? rootMeanSquare(errors) : (sd ?? 0),
    sigma: measured === undefined || measured.squareRootRule ? null : measured.sigma,
    counted: null,
    basis: `${ahead.length === 0 ? "history" : "forecast"}, ${spread}`,
  };
}

/** Demand over the lead time, and over lead time and review, and how many buckets the latter are on average. */
function countedSpans({ series, bucket, leadTime, review }: PolicyTask): {
  readonly spans: CountedSpans;
  readonly buckets: number;
} {
  const reviewed = Math.max(review, shortestReview);
  const after = (extra: number) => leadTime.typical.map((days) => daysToPeriods(days + extra, bucket));
  const mean = leadTime.typical.reduce((sum, days) => sum + days, 0) / leadTime.typical.length;
  return {
    spans: { leadTime: countedDemand(series, after(0)), protection: countedDemand(series, after(reviewed)) },
    buckets: daysToPeriods(mean + reviewed, bucket),
  };
}

/** Mean a bucket over the coming span; what lies beyond the forecast is as its last bucket. */
function meanOver(ahead: readonly number[], span: number): number {
  let sum = 0;
  for (let t = 0; t < Math.max(span, 1); t++)
    sum += (ahead[t] ?? ahead[ahead.length - 1]) * Math.min(1, Math.max(span, 1) - t);
  return sum / Math.max(span, 1);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function lotOf(task: PolicyTask, meanADay: number): number {
  const { unitCost, lotInForce, moq, multiple, orderCost, carryRate, breaks } = task;
  if (unitCost !== null && unitCost > 0) {
    return economicOrderQuantity({
      demand: meanADay * daysPerYear,
      orderCost,
      unitCost,
      carryRate,
      minimum: moq,
      multiple,
      breaks,
    });
  }
  if (lotInForce === null || lotInForce === 0) {
    const message = "Cost must be known for a lot: fill Items[Cost], Contracts[Price] or the lot in force";
    throw new PlanningError("insufficient-data", "Cost", message);
  }
  const atLeast = Math.max(lotInForce, moq);
  return multiple === 0 ? atLeast : roundUpToMultiple(atLeast, multiple);
}

/** What a safety stock does for one item. */
interface Shelf {
  readonly basis: string;
  /** Safety stock, at least 0, for a target. */
  readonly needed: (target: ServiceTarget, expected: number) => number;
  readonly achieved: (
    safety: number,
    expected: number,
  ) => { readonly cycleServiceLevel: number; readonly fillRate: number };
}

function normalShelf(sigma: number, lot: number): Shelf {
  // Everything is over the protection time already: one period of it.
  const item = { mean: 0, sd: sigma, leadTime: 1, leadTimeSd: 0, review: 0 };
  return {
    basis: "normal demand",
    needed: ({ type, level }) =>
      type === "CSL" ? safetyStock(item, level, "NORMAL") : safetyStockForFillRate(level, lot, sigma),
    achieved: (safety) => ({
      cycleServiceLevel: cycleServiceLevel(safety, item),
      fillRate: fillRate(safety, lot, sigma),
    }),
  };
}

function countedShelf(spans: CountedSpans, lot: number): Shelf {
  const service = countedService({ ...spans, lot });
  const reorderPoint = ({ type, level }: ServiceTarget) =>
    type === "CSL" ? service.forCycleService(level) : service.forFillRate(level);
  return {
    basis: "slow mover, demand as it comes",
    needed: (target, expected) => Math.max(0, reorderPoint(target) - expected),
    achieved: (safety, expected) => ({
      cycleServiceLevel: service.cycleServiceLevel(expected + safety),
      fillRate: service.fillRate(expected + safety),
    }),
  };
}

/** MEDIAN(min, opt, max): the free optimum, or the bound it lies beyond. */
function median(low: number, value: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
