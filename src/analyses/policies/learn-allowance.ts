import { countedDemand } from "../../engine/forecast";
import { daysToPeriods } from "../../engine/calendar";
import {
  countedService,
  learntAllowance,
  type LearntAllowance,
  type ReplayedCycle,
} from "../../engine/safety-stock";
import { orUndefined } from "../forecast/or-undefined";
import { isSlowMover, spreadOf } from "./expected-demand";
import type { PlannedItem, PolicyPlan } from "./plan-policies";
import { lotOf, type PolicyTask } from "./propose-policy";

/** Cycles that are replayed in all: more make the run long and the allowance no better. */
const cyclesInAll = 4000;
/** Of one item, as many as it takes to have enough in all. */
const cyclesOfItem = { least: 4, most: 12 };
/** Buckets of history before a cycle, at least; and at least two thirds of what the item has, as that is what its parameters now rest on. */
const shortestHistory = 8;
const shareOfHistory = 2 / 3;

/** The plan with what the fill rates of slow movers lacked in the past, learnt from all of them together, given to each of them. */
export function withLearntAllowance(plan: PolicyPlan): PolicyPlan {
  const allowance = allowanceOf(plan.items.map(({ task }) => task));
  if (allowance === undefined) return plan;
  const given = (item: PlannedItem): PlannedItem => ({ ...item, task: { ...item.task, allowance } });
  return { ...plan, items: plan.items.map(given) };
}

/** What past cycles of the slow movers among these tasks tell, from the histories that the tasks hold and nothing after. */
export function allowanceOf(tasks: readonly PolicyTask[]): LearntAllowance | undefined {
  const slow = tasks.filter(
    ({ series, target }) => target.type === "FILL" && series.length > shortestHistory && isSlowMover(series),
  );
  // Evenly over the list, so that the same table gives the same sample.
  const each = Math.min(
    cyclesOfItem.most,
    Math.max(cyclesOfItem.least, Math.ceil(cyclesInAll / Math.max(1, slow.length))),
  );
  const chosen = Math.min(slow.length, Math.ceil(cyclesInAll / each));
  const sample = Array.from({ length: chosen }, (_, i) => slow[Math.floor((i * slow.length) / chosen)]);
  return learntAllowance(sample.flatMap((task) => orUndefined(() => cyclesOf(task, each)) ?? []));
}

/** Cycles of one item in whole buckets, each set by what was known at its start. */
function cyclesOf(task: PolicyTask, atMost: number): ReplayedCycle[] {
  const { series, bucket, kind, target } = task;
  const inBuckets = (days: number) => Math.round(daysToPeriods(days, bucket));
  const leadTime = inBuckets(task.leadTime.mean);
  const review = Math.max(1, inBuckets(task.review));
  const first = Math.max(shortestHistory, Math.ceil(shareOfHistory * series.length));
  const last = series.length - leadTime - review;
  const cycles: ReplayedCycle[] = [];
  const step = Math.max(1, (last - first) / (atMost - 1));
  for (let at = last; at >= first && cycles.length < atMost; at = Math.min(at - 1, Math.round(at - step))) {
    const history = series.slice(0, at);
    if (!isSlowMover(history)) continue;
    const protection = countedDemand(history, [leadTime + review]);
    const mean = protection.mean / (leadTime + review);
    if (!(mean > 0)) continue;
    // As proposals are set: under (R, S) there is one position after a review, a unit above the reorder point of an (r, nQ).
    const lot = kind === "RS" ? 0 : lotOf(task, mean * daysToPeriods(1, bucket));
    const service = countedService({ leadTime: countedDemand(history, [leadTime]), protection, lot });
    const demanded = (until: number) => series.slice(at, until).reduce((sum, units) => sum + units, 0);
    cycles.push({
      overLeadTime: demanded(at + leadTime),
      overProtection: demanded(at + leadTime + review),
      reorderPoint: service.forFillRate(target.level),
      least: protection.mean - (kind === "RS" ? protection.unit : 0),
      spread: spreadOf(protection),
      lot,
      unit: protection.unit,
      target: target.level,
    });
  }
  return cycles;
}
