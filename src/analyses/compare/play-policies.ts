import { daysPerYear, daysToPeriods } from "../../engine/calendar";
import { uniformDraws } from "../../engine/math/random";
import { simulateSite, type ControlRule } from "../../engine/simulation";
import { currentRule, ruleOf } from "../backtest/decisions";
import { orUndefined } from "../forecast/or-undefined";
import { expectedDemand } from "../policies/expected-demand";
import type { PlannedItem } from "../policies/plan-policies";
import { proposePolicy, type PolicyKind, type PolicyTask } from "../policies/propose-policy";
import { dailyDemand } from "./daily-demand";

export interface PlayTask {
  readonly item: PlannedItem;
  /** Weekdays on which the supplier takes orders, 0 Monday. */
  readonly orderDays: readonly number[];
  /** Days between the reviews of the periodic policies. */
  readonly reviews: readonly number[];
  readonly seed: number;
}

/** One way to control an item and what came of it. */
export interface PlayedPolicy {
  readonly kind: PolicyKind;
  /** Days; 0 on every order day. */
  readonly review: number;
  readonly inForce: boolean;
  readonly reorderPoint: number | null;
  readonly lot: number | null;
  readonly max: number | null;
  readonly cycleServiceLevel: number;
  readonly fillRate: number;
  readonly stock: number;
  /** A year. */
  readonly orders: number;
  readonly carrying: number;
  readonly ordering: number;
  readonly cost: number;
  readonly meets: boolean;
}

/** Days that are played, so that a cycle at either end weighs little. */
const longEnough = 3000;
const daysPerWeek = 7;
/** Service this much below the target still meets it: the play is finite. */
const tolerance = 0.01;

interface Candidate {
  readonly kind: PolicyKind;
  readonly review: number;
  readonly inForce: boolean;
  readonly rule: ControlRule;
  readonly reviews: (day: number) => boolean;
}

/**
 * Continuous and periodic control of one item, set as proposals are for its own target, and the parameters in force, all played through the
 * same demand, its history (where it grows, falls or has a season, about the height now expected), and the same lead times: orders leave on the supplier's order days, at least the minimum, in whole packs or trucks. Those that meet the target
 * come first, cheapest first; then the others, best service first.
 * Source of the policies: Silver, Pyke and Thomas (2017), sections 6.3 and 6.5.
 * @throws PlanningError where the data cannot tell
 */
export function playPolicies({ item, orderDays, reviews, seed }: PlayTask): PlayedPolicy[] {
  const { task } = item;
  // Throws in the words of the proposal where demand or cost do not do.
  proposePolicy({ ...task, kind: "sQ" });
  const { bucket, leadTime, clumping } = task;
  const { buckets } = expectedDemand(task, daysToPeriods(leadTime.mean + task.review, bucket));
  const demand = dailyDemand(buckets, bucket, longEnough, uniformDraws(seed), clumping?.busyDays);
  const isOrderDay = (day: number) => orderDays.includes(day % daysPerWeek);
  const gap = daysPerWeek / orderDays.length;
  const formula = (kind: PolicyKind, review: number): Candidate[] => {
    // Between two looks demand goes on: the level must cover that too.
    const covered = review === 0 ? gap : Math.max(review, gap);
    const proposal = orUndefined(() => proposePolicy({ ...task, kind, review: covered }));
    if (proposal === undefined) return [];
    const isReview = review === 0 ? isOrderDay : everySoOften(review, isOrderDay, demand.length);
    return [{ kind, review, inForce: false, rule: ruleOf(proposal, kind), reviews: isReview }];
  };
  const rule = currentRule(item);
  const reviewed = task.review === 0 ? isOrderDay : everySoOften(task.review, isOrderDay, demand.length);
  const candidates = [
    ...formula("sQ", 0),
    ...formula("sS", 0),
    ...reviews.flatMap((review) => [...formula("RS", review), ...formula("RsS", review)]),
    ...(rule === undefined
      ? []
      : [{ kind: task.kind, review: task.review, inForce: true, rule, reviews: reviewed }]),
  ];
  return candidates.map((candidate) => played(candidate, demand, task, seed)).sort(byMerit(task));
}

/** The first order day of every interval. */
function everySoOften(
  interval: number,
  isOrderDay: (day: number) => boolean,
  length: number,
): (day: number) => boolean {
  const reviews = new Uint8Array(length);
  let next = 0;
  for (let day = 0; day < length; day++) {
    if (day < next || !isOrderDay(day)) continue;
    reviews[day] = 1;
    next = (Math.floor(day / interval) + 1) * interval;
  }
  return (day) => reviews[day] === 1;
}

function played(
  { kind, review, inForce, rule, reviews }: Candidate,
  demand: Float64Array,
  { leadTime, moq, multiple, unitCost, carryRate, orderCost, target }: PolicyTask,
  seed: number,
): PlayedPolicy {
  // Every policy meets the same lead time on the same day.
  const times = uniformDraws(seed + 1);
  const byDay = Float64Array.from(demand, () => times());
  const { typical } = leadTime;
  const result = simulateSite({
    demand,
    rule,
    review: 1,
    reviewAt: reviews,
    leadTime: (day) => Math.max(0, Math.round(typical[Math.floor(byDay[day] * typical.length)])),
    limits: { minimum: moq, multiple, maximum: Infinity },
  });
  const orders = (result.orders * daysPerYear) / demand.length;
  const carrying = result.averageStock * (unitCost ?? 0) * carryRate;
  const ordering = orders * orderCost;
  const service = target.type === "CSL" ? result.cycleServiceLevel : result.fillRate;
  return {
    kind,
    review,
    inForce,
    reorderPoint: Number.isFinite(rule.reorderPoint) ? rule.reorderPoint : null,
    lot: rule.kind === "lots" ? rule.lot : null,
    max: rule.kind === "order-up-to" ? rule.target : null,
    cycleServiceLevel: result.cycleServiceLevel,
    fillRate: result.fillRate,
    stock: result.averageStock,
    orders,
    carrying,
    ordering,
    cost: carrying + ordering,
    meets: service >= target.level - tolerance,
  };
}

function byMerit({ target }: PolicyTask): (a: PlayedPolicy, b: PlayedPolicy) => number {
  const service = (one: PlayedPolicy) => (target.type === "CSL" ? one.cycleServiceLevel : one.fillRate);
  return (a, b) => {
    if (a.meets !== b.meets) return a.meets ? -1 : 1;
    return a.meets ? a.cost - b.cost : service(b) - service(a);
  };
}
