import { daysPerYear, daysToPeriods } from "../../engine/calendar";
import { PlanningError, insufficientData } from "../../engine/errors";
import { economicOrderQuantity, roundUpToMultiple, type PriceBreak } from "../../engine/replenishment";
import {
  countedService,
  cycleServiceLevel,
  fillRate,
  fillRateUnderReview,
  protectionVariance,
  reorderPointUnderReview,
  safetyStock,
  safetyStockForFillRate,
  returnFor,
  returns,
  type ReviewedLots,
} from "../../engine/safety-stock";
import { shortestReview } from "./clumping";
import { expectedDemand, spreadOf, type CountedSpans, type DemandTask } from "./expected-demand";
import type { SlowMoverLessons } from "./slow-mover-lessons";
import type { ServiceTarget } from "./target-rows";

export const policyKinds = ["sQ", "sS", "RS", "RsS"] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** Everything that the parameters of one item at one place depend on; plain data that travels to a worker. */
export interface PolicyTask extends DemandTask {
  readonly kind: PolicyKind;
  readonly target: ServiceTarget;
  /** Whether it was set for many items, who then reach it together, and not for this one. */
  readonly sharedTarget: boolean;
  /** Money per unit. */
  readonly unitCost: number | null;
  /** In force; what a lot is where no cost is known. */
  readonly lotInForce: number | null;
  /** Reorder point and order-up-to level in force; null where there are none, or nobody asks what they do. */
  readonly reorderPointInForce: number | null;
  readonly maxInForce: number | null;
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
  /** On average: safety stock and half a lot, units. */
  readonly stock: number;
  /** What the parameters in force give, by the same reckoning; null where there are none. */
  readonly inForce: {
    readonly cycleServiceLevel: number;
    readonly fillRate: number;
    readonly stock: number;
  } | null;
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
/** Less tells nothing of spread. */
const fewestBuckets = 3;

/**
 * Parameters that meet the item's target by the target's own measure. Demand that often stays away is summed as it comes (as
 * FORECAST.QUANTILE has it), other demand is taken for normal over lead time and review.
 * @throws PlanningError where the data cannot tell
 */
export function proposePolicy(task: PolicyTask): PolicyProposal {
  const { series, bucket, leadTime, kind, target, clumping } = task;
  if (series.length < fewestBuckets)
    throw insufficientData("demand", `must hold at least ${fewestBuckets} buckets`, series.length);
  const inBuckets = (days: number) => daysToPeriods(days, bucket);
  if (kind.startsWith("R") && task.review === 0)
    throw new PlanningError("invalid-input", "Review", `Review must be above 0 days for ${kind}, got 0`);
  const review = clumping === null ? task.review : Math.max(task.review, shortestReview);
  const protection = inBuckets(leadTime.mean + review);
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
  const bySpread = demand.sigma === null ? variance.demand + variance.review : demand.sigma ** 2;
  const byClumps = (clumping?.overProtection ?? 0) ** 2;
  const byPace = bySpread * (clumping?.evenOverProtection ?? 1);
  const sigma = Math.sqrt(variance.leadTime + byPace + byClumps);
  const before = {
    mean: demand.mean * item.leadTime,
    sd: Math.sqrt(
      variance.leadTime +
        ((bySpread * item.leadTime) / protection) * (clumping?.evenOverLeadTime ?? 1) +
        (clumping?.overLeadTime ?? 0) ** 2,
    ),
  };
  const reviewed = clumping !== null && kind !== "RS" ? before : undefined;
  const shelfFor = (size: number) =>
    demand.counted === null ? normalShelf(sigma, size, reviewed) : countedShelf(demand.counted, size, task);
  const shelf = shelfFor(cycleLot);
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
    stock: bounded + cycleLot / 2,
    inForce: serviceInForce(task, cycleLot, expected, shelfFor),
    boundCost: task.unitCost === null ? null : (bounded - free) * task.unitCost * task.carryRate,
    demandShare: share(variance.demand),
    leadTimeShare: share(variance.leadTime),
    reviewShare: share(variance.review),
    meanADay: demand.mean * inBuckets(1),
    sigma,
    leadTime: leadTime.mean,
    leadTimeSd: leadTime.sd,
    basis: `${demand.basis}; ${leadTime.basis}; ${shelf.basis}${byClumps > byPace ? clumped : ""}${tooWide ? wideSpread : ""}`,
  };
}

/** Undefined parameters give nothing; a lot that nobody set is taken for the one proposed. */
function serviceInForce(
  { kind, reorderPointInForce, maxInForce, lotInForce }: PolicyTask,
  cycleLot: number,
  expected: number,
  shelfFor: (lot: number) => Shelf,
): PolicyProposal["inForce"] {
  const level = kind === "RS" ? maxInForce : reorderPointInForce;
  if (level === null) return null;
  const lotOfMax = kind.endsWith("S") && maxInForce !== null ? maxInForce - level : 0;
  const lot = kind === "RS" ? cycleLot : lotOfMax > 0 ? lotOfMax : lotInForce || cycleLot;
  const safety = level - expected;
  return { ...shelfFor(lot).achieved(safety, expected), stock: Math.max(0, safety) + lot / 2 };
}

/** Beyond this share of expected demand the normal formula would see demand below 0 too often. */
const unsafeSpread = 0.5;
const clumped = ", its spread that of single days, as few customers take much at once";
const wideSpread = ", but of wide spread: check with SIMULATE.POLICY";

export function lotOf(task: PolicyTask, meanADay: number): number {
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

/** @param before demand over the lead time, where single days are known: then the fill rate is that of days, else that of one lot */
function normalShelf(sigma: number, lot: number, before: ReviewedLots["before"] | undefined): Shelf {
  // Everything is over the protection time already: one period of it.
  const item = { mean: 0, sd: sigma, leadTime: 1, leadTimeSd: 0, review: 0 };
  const lots = (expected: number): ReviewedLots | undefined =>
    before && before.mean < expected ? { lot, before, after: { mean: expected, sd: sigma } } : undefined;
  const forFillRate = (level: number, expected: number) => {
    const reviewed = lots(expected);
    if (reviewed === undefined) return safetyStockForFillRate(level, lot, sigma);
    return reorderPointUnderReview(level, reviewed, expected) - expected;
  };
  return {
    basis: "normal demand",
    needed: ({ type, level }, expected) =>
      type === "CSL" ? safetyStock(item, level, "NORMAL") : forFillRate(level, expected),
    achieved: (safety, expected) => {
      const reviewed = lots(expected);
      return {
        cycleServiceLevel: cycleServiceLevel(safety, item),
        fillRate:
          reviewed === undefined
            ? fillRate(safety, lot, sigma)
            : Math.min(1, Math.max(0, fillRateUnderReview(expected + safety, reviewed))),
      };
    },
  };
}

/**
 * A fill rate that many slow movers share is reached by all together: each is stocked until a unit more would save less than the same share of
 * a unit. An allowance, where one was learnt, is stock that the distribution does not see: what it says holds without it.
 */
function countedShelf(spans: CountedSpans, lot: number, task: PolicyTask): Shelf {
  const { kind, target, sharedTarget } = task;
  const service = countedService({ ...spans, lot: kind === "RS" ? 0 : lot });
  // Under (R, S) there is one position after a review, S itself, which is a unit above what an (r, nQ) would call its reorder point.
  const above = kind === "RS" ? spans.protection.unit : 0;
  const { allowance, fillRates } = (target.type === "FILL" && task.lessons) || nothingLearnt;
  const extra = allowance === null ? 0 : allowance.factor * spreadOf(spans.protection);
  const together = sharedTarget ? fillRates : null;
  const forFillRate = (level: number) =>
    together === null
      ? service.forFillRate(level)
      : service.forReturn(returns[returnFor(level, together)] * spans.review);
  const reorderPoint = ({ type, level }: ServiceTarget) =>
    type === "CSL" ? service.forCycleService(level) : forFillRate(level) + above + extra;
  return {
    basis: `slow mover, demand as it comes${together === null ? "" : reachedTogether}${allowanceText(allowance)}`,
    needed: (wanted, expected) => Math.max(0, reorderPoint(wanted) - expected),
    achieved: (safety, expected) => ({
      cycleServiceLevel: service.cycleServiceLevel(expected + safety - extra),
      fillRate: service.fillRate(expected + safety - above - extra),
    }),
  };
}

const nothingLearnt = { allowance: null, fillRates: null };
const reachedTogether = ", slow movers reach the target together";

function allowanceText(allowance: SlowMoverLessons["allowance"]): string {
  if (allowance === null) return "";
  const { factor, cycles } = allowance;
  const sign = factor < 0 ? "less" : "plus";
  return `, ${sign} ${Math.abs(factor).toFixed(2)} standard deviations learnt from ${cycles} past cycles`;
}

/** MEDIAN(min, opt, max): the free optimum, or the bound it lies beyond. */
function median(low: number, value: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
