import { countedDemand, slowMoverPrior, type SlowMoverPrior } from "../../engine/forecast";
import { daysToPeriods } from "../../engine/calendar";
import {
  countedService,
  learntAllowance,
  returnFor,
  returns,
  sharedFillRates,
  type ItemByReturn,
  type ReplayedCycle,
} from "../../engine/safety-stock";
import { orUndefined } from "../forecast/or-undefined";
import { isSlowMover, spreadOf } from "./expected-demand";
import type { PlannedItem, PolicyPlan } from "./plan-policies";
import { lotOf, type PolicyTask } from "./propose-policy";
import type { SlowMoverLessons } from "./slow-mover-lessons";

/** Cycles that are replayed in all: more make the run long and the allowance no better. */
const cyclesInAll = 6000;
/** Of one item, as many as it takes to have enough in all. */
const cyclesOfItem = { least: 4, most: 16 };
/** Histories from which the prior is learnt, at most. */
const historiesInAll = 4000;
/** Buckets of history before a cycle, at least; and at least 60 % of what the item has, as that is what its parameters now rest on. */
const shortestHistory = 8;
const shareOfHistory = 0.6;

/** The plan with what its slow movers tell together, given to each of them. */
export function withLessons(plan: PolicyPlan): PolicyPlan {
  const lessons = lessonsOf(plan.items.map(({ task }) => task));
  if (lessons === null) return plan;
  const given = (item: PlannedItem): PlannedItem => ({ ...item, task: { ...item.task, lessons } });
  return { ...plan, items: plan.items.map(given) };
}

/** From the histories that the tasks hold and nothing after; null where there are too few slow movers. */
export function lessonsOf(tasks: readonly PolicyTask[]): SlowMoverLessons | null {
  const slow = tasks.filter(({ series }) => series.length > shortestHistory && isSlowMover(series));
  const prior = slowMoverPrior(evenly(slow, historiesInAll).map(({ series }) => series));
  if (prior === undefined) return null;
  const byFillRate = slow.filter(({ target }) => target.type === "FILL");
  const each = Math.min(
    cyclesOfItem.most,
    Math.max(cyclesOfItem.least, Math.ceil(cyclesInAll / Math.max(1, byFillRate.length))),
  );
  const sample = evenly(byFillRate, Math.ceil(cyclesInAll / each));
  const cycles = sample.flatMap((task) => orUndefined(() => cyclesOf(task, prior, each)) ?? []);
  const fillRates = sharedFillRates(cycles.map(({ byReturn }) => byReturn));
  const replayed = cycles.map((cycle) => cycleAmong(cycle, fillRates));
  const allowance = learntAllowance(replayed) ?? null;
  return { prior, fillRates: allowance === null ? null : fillRates, allowance };
}

/** Evenly over the list, so that the same table gives the same sample. */
function evenly<Item>(list: readonly Item[], atMost: number): Item[] {
  const count = Math.min(list.length, atMost);
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

/** The cycle as it would have been set: where the target is shared, an item may lack more or less of its units than all together. */
function cycleAmong(
  { met, reorderPoints, byReturn }: PastCycle,
  fillRates: readonly number[],
): ReplayedCycle {
  if (reorderPoints.length === 1) return { ...met, reorderPoint: reorderPoints[0] };
  const place = returnFor(met.target, fillRates);
  const lacked = 1 - fillRates[place];
  const share = lacked > 0 ? (1 - byReturn.fillRates[place]) / lacked : 1;
  return { ...met, reorderPoint: reorderPoints[place], target: 1 - (1 - met.target) * share };
}

/** Plain numbers: thousands of distributions would not fit. */
interface PastCycle {
  readonly byReturn: ItemByReturn;
  /** At each of the returns, where the target is shared; else the one for the item's own target. */
  readonly reorderPoints: readonly number[];
  readonly met: Omit<ReplayedCycle, "reorderPoint">;
}

/** Cycles of one item in whole buckets, each set by what was known at its start. */
function cyclesOf(task: PolicyTask, prior: SlowMoverPrior, atMost: number): PastCycle[] {
  const { series, bucket } = task;
  const inBuckets = (days: number) => Math.round(daysToPeriods(days, bucket));
  const leadTime = inBuckets(task.leadTime.mean);
  const review = Math.max(1, inBuckets(task.review));
  const first = Math.max(shortestHistory, Math.ceil(shareOfHistory * series.length));
  const last = series.length - leadTime - review;
  const cycles: PastCycle[] = [];
  const step = Math.max(1, (last - first) / (atMost - 1));
  for (let at = last; at >= first && cycles.length < atMost; at = Math.min(at - 1, Math.round(at - step))) {
    const cycle = isSlowMover(series.slice(0, at)) && cycleFrom(task, { at, leadTime, review }, prior);
    if (cycle) cycles.push(cycle);
  }
  return cycles;
}

function cycleFrom(
  task: PolicyTask,
  { at, leadTime, review }: { readonly at: number; readonly leadTime: number; readonly review: number },
  prior: SlowMoverPrior,
): PastCycle | undefined {
  const { series, bucket, kind, target, sharedTarget } = task;
  const demandOver = countedDemand(series.slice(0, at), prior);
  const [beforeReview, protection] = [demandOver([leadTime]), demandOver([leadTime + review])];
  const mean = protection.mean / (leadTime + review);
  if (!(mean > 0)) return undefined;
  // As proposals are set: under (R, S) there is one position after a review, a unit above the reorder point of an (r, nQ).
  const lot = kind === "RS" ? 0 : lotOf(task, mean * daysToPeriods(1, bucket));
  const service = countedService({ leadTime: beforeReview, protection, lot });
  const byReturn = returns.map((least) => service.forReturn(least * review));
  const demanded = (until: number) => series.slice(at, until).reduce((sum, units) => sum + units, 0);
  return {
    byReturn: { demand: protection.mean - beforeReview.mean, fillRates: byReturn.map(service.fillRate) },
    reorderPoints: sharedTarget ? byReturn : [service.forFillRate(target.level)],
    met: {
      overLeadTime: demanded(at + leadTime),
      overProtection: demanded(at + leadTime + review),
      least: protection.mean - (kind === "RS" ? protection.unit : 0),
      spread: spreadOf(protection),
      lot,
      unit: protection.unit,
      expected: protection.mean,
      target: target.level,
    },
  };
}
