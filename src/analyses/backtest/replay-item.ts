import { dayOfSerial, daysPerYear } from "../../engine/calendar";
import { PlanningError } from "../../engine/errors";
import { wagnerWhitin } from "../../engine/replenishment";
import { simulateSite, type ControlRule, type SiteResult, type SiteRun } from "../../engine/simulation";
import type { ReplayTask } from "./replay-task";
import { currentRule, decisionsOf, ruleOf, ruleOn, type Decision } from "./decisions";
import { fillTargetOf, judge, type Verdict, type Weighed } from "./verdict";

export const allWays = ["done", "current", "proposed", "hindsight"] as const;
export type Way = (typeof allWays)[number];

export interface WayOutcome {
  readonly way: Way;
  readonly stockoutDays: number;
  readonly fillRate: number;
  readonly stock: number;
  readonly orders: number;
  readonly short: number;
  readonly carrying: number;
  readonly ordering: number;
  readonly shortage: number;
  /** Carrying, ordering and shortage above those of hindsight. */
  readonly regret: number;
}

export interface ItemReplay {
  readonly ways: readonly WayOutcome[];
  readonly decisions: readonly Decision[];
  readonly verdict: Verdict;
  /** Days on which the replayed stock is the booked one; all of them, or the replay is not to be trusted. */
  readonly reproduced: number;
  readonly days: number;
}
/** Orders nothing: what arrives is given. */
const noOrders: ControlRule = { kind: "order-up-to", reorderPoint: -Infinity, target: 0 };

/**
 * One item's past again, day by day: as it was, under the parameters in force, under proposals made anew at the start of every bucket from
 * what was known then, and with perfect foresight. Orders under way at the start are the same for all; later ones take the lead time of
 * the real order nearest in time. All ways are asked for the same, also for what was not served at the time.
 * @throws PlanningError where there is nothing to compare
 */
export function replayItem(task: ReplayTask): ItemReplay {
  const { item, wanted, unserved, received, opening } = task;
  const { unitCost, orderCost, carryRate } = item.task;
  if (opening < 0)
    throw new PlanningError(
      "insufficient-data",
      "Qty",
      "Qty leads to stock below 0 before the replay starts",
    );
  if (unitCost === null)
    throw new PlanningError("insufficient-data", "Cost", "Cost must be known to compare in money");
  const days = wanted.length;
  const decisions = decisionsOf(task);
  if (decisions.length === 0)
    throw new PlanningError(
      "insufficient-data",
      "demand",
      "demand before the replay is too short for a proposal",
    );
  const committed = underwayAt(task);
  const base = { demand: wanted, onHand: opening, review: 1, leadTime: leadTimeIn(task) };
  const run = (way: Way, given: Partial<SiteRun> & Pick<SiteRun, "rule">, orders?: number) => {
    let short = 0;
    const result = simulateSite({ ...base, ...given, watch: (day) => (short += day.short) });
    return outcome(way, { ...result, orders: orders ?? result.orders }, short);
  };
  const outcome = (way: Way, result: SiteResult, short: number): Omit<WayOutcome, "regret"> => ({
    way,
    stockoutDays: result.stockouts,
    fillRate: result.fillRate,
    stock: result.averageStock,
    orders: result.orders,
    short,
    carrying: result.averageStock * unitCost * carryRate * (days / daysPerYear),
    ordering: result.orders * orderCost,
    shortage: short * unitCost * task.rules.shortageRate,
  });
  const done = () => {
    const booked = simulateSite({ ...base, demand: task.left, rule: noOrders, underway: arrivals });
    const short = unserved.reduce((sum, units) => sum + units, 0);
    const asked = wanted.reduce((sum, units) => sum + units, 0);
    return outcome(
      "done",
      {
        ...booked,
        orders: arrivals.length,
        stockouts: unserved.filter((units) => units > 0).length,
        fillRate: asked === 0 ? 1 : 1 - short / asked,
      },
      short,
    );
  };
  const arrivals = received.flatMap((units, period) => (units > 0 ? [{ period, units }] : []));
  const lots = foresight(task, committed, (unitCost * carryRate) / daysPerYear);
  const current = currentRule(item);
  const { moq: minimum, multiple } = item.task;
  const controlled = {
    underway: committed,
    review: Math.max(1, Math.round(item.task.review)),
    limits: { minimum, multiple, maximum: Infinity },
  };
  const outcomes = [
    done(),
    ...(current === undefined ? [] : [run("current", { ...controlled, rule: current })]),
    run("proposed", {
      ...controlled,
      rule: ruleOf(decisions[0], item.task.kind),
      ruleAt: ruleOn(decisions, task),
    }),
    run("hindsight", { rule: noOrders, underway: [...committed, ...lots] }, lots.length + committed.length),
  ];
  const best = costOf(outcomes[outcomes.length - 1]);
  const ways = outcomes.map((one) => ({ ...one, regret: costOf(one) - best }));
  const against = ways.find(({ way }) => way === "current") ?? ways[0];
  const proposed = ways[ways.length - 2];
  return {
    ways,
    decisions,
    verdict: judge(weighed(proposed), weighed(against), fillTargetOf(item.task.target)).verdict,
    reproduced: reproducedDays(task, arrivals),
    days,
  };
}

function costOf({ carrying, ordering, shortage }: Omit<WayOutcome, "regret">): number {
  return carrying + ordering + shortage;
}

function weighed(way: WayOutcome): Weighed {
  return { fillRate: way.fillRate, stock: way.stock, cost: costOf(way) };
}

/** Receipts of the first lead time were ordered before the replay starts. */
function underwayAt({ item, received }: ReplayTask): { period: number; units: number }[] {
  const leadTime = Math.round(item.agreed ?? item.task.leadTime.mean);
  return received.slice(0, leadTime).flatMap((units, period) => (units > 0 ? [{ period, units }] : []));
}

/** Days that an order takes which is placed in a period: those of the real order nearest in time. */
function leadTimeIn({ item, from }: ReplayTask): (period: number) => number {
  const fallback = Math.round(item.agreed ?? item.task.leadTime.mean);
  if (item.lines.length === 0) return () => fallback;
  return (period) => {
    const distance = (ordered: number) => Math.abs(dayOfSerial(ordered) - from - period);
    const nearest = item.lines.reduce((best, line) =>
      distance(line.ordered) < distance(best.ordered) ? line : best,
    );
    return Math.max(0, dayOfSerial(nearest.received) - dayOfSerial(nearest.ordered));
  };
}

/** Cheapest lots that serve everything at once, knowing it all: what is on hand and under way is used up first. */
function foresight(
  { wanted, opening, item }: ReplayTask,
  committed: readonly { readonly period: number; readonly units: number }[],
  holdingCost: number,
): { period: number; units: number }[] {
  let available = opening;
  const arriving = new Map(committed.map(({ period, units }) => [period, units]));
  const net = wanted.map((units, day) => {
    available += arriving.get(day) ?? 0;
    const used = Math.min(available, units);
    available -= used;
    return units - used;
  });
  const { lots } = wagnerWhitin({ demand: net, orderCost: item.task.orderCost, holdingCost });
  return lots.flatMap((units, period) => (units > 0 ? [{ period, units }] : []));
}

/** Days on which what is replayed of the past is what was booked. */
function reproducedDays({ left, received, opening }: ReplayTask, underway: SiteRun["underway"]): number {
  let booked = opening;
  let same = 0;
  simulateSite({
    demand: left,
    onHand: opening,
    review: 1,
    leadTime: () => 0,
    rule: noOrders,
    underway,
    watch: ({ period, onHand, backorders }) => {
      booked += received[period] - left[period];
      if (Math.abs(booked - (onHand - backorders)) <= 1e-6) same++;
    },
  });
  return same;
}
