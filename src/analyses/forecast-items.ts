import { PlanningError } from "../engine/errors";
import { demandTable, type Issue } from "../workbook/tables";
import { errorsOf, type ErrorFigures } from "./forecast/accuracy";
import { backtest, type Backtest } from "./forecast/backtest";
import type { ForecastLevel, ForecastOptions } from "./forecast/forecast-options";
import { itemsOf, lagOf, type ItemForecast } from "./forecast/item-forecast";
import { leadTimeAccuracy, type LeadTimeAccuracy } from "./forecast/lead-time-accuracy";
import { levelAdvice, type FamilyAdvice, type TestedGroup } from "./forecast/level-advice";
import {
  groupsAt,
  inputHash,
  levelOf,
  type ForecastPlan,
  type Group,
  type Leaf,
} from "./forecast/plan-forecast";
import { calendarSeason } from "../engine/calendar";

export type { ItemForecast } from "./forecast/item-forecast";

export interface ForecastProgress {
  readonly done: number;
  readonly total: number;
}

export interface ForecastOutcome {
  readonly plan: ForecastPlan;
  readonly items: readonly ItemForecast[];
  readonly advice: readonly FamilyAdvice[];
  /** One bucket ahead, all items together. */
  readonly overall: ErrorFigures;
  /** Errors at the items' own lead times, the shortest first. */
  readonly atLeadTime: readonly LeadTimeAccuracy[];
  readonly inputHash: string;
  readonly issues: readonly Issue[];
}

/** Further ahead than this a backtest has too few origins to say anything. */
const furthestTested = 12;

/** What came of one group: errors in the past and, where it is of the level asked for, the forecasts of its leaves. */
export interface GroupOutcome {
  readonly backtest: Backtest;
  readonly items: readonly ItemForecast[];
  /** Why there is no forecast. */
  readonly problem?: string;
}

/** The groups to work on, each independent of the others: those of the level asked for, and those of the other levels to compare. */
export function forecastWork(plan: ForecastPlan, wanted: (leaf: Leaf) => boolean = () => true): Group[] {
  return plan.levels
    .flatMap((level) => groupsAt(level, plan.leaves))
    .filter((group) => group.leaves.some(wanted));
}

/** Backtest and, at the level asked for, forecast of one group; pauses after each fit. */
export function* forecastGroup(
  group: Group,
  options: ForecastOptions,
  level: ForecastLevel,
): Generator<void, GroupOutcome> {
  const tested = yield* testOf(group, options);
  if (group.level !== level) return { backtest: tested, items: [] };
  try {
    return { backtest: tested, items: itemsOf(group, tested, options) };
  } catch (thrown) {
    if (!(thrown instanceof PlanningError)) throw thrown;
    return { backtest: tested, items: [], problem: thrown.message };
  }
}

/** Puts the outcomes of all groups together, in the order of the work. */
export function joinForecasts(
  plan: ForecastPlan,
  work: readonly Group[],
  outcomes: readonly GroupOutcome[],
): ForecastOutcome {
  const level = levelOf(plan);
  const tested = work.map((group, i): TestedGroup => ({ group, backtest: outcomes[i].backtest }));
  const next = tested
    .filter(({ group }) => group.level === level)
    .flatMap((one) => one.backtest.leaves.flat())
    .filter(({ ahead }) => ahead === 1);
  return {
    plan,
    items: outcomes.flatMap((outcome) => outcome.items),
    advice: levelAdvice(tested, plan.levels),
    overall: errorsOf(next),
    atLeadTime: leadTimeAccuracy(
      tested.filter(({ group }) => group.level === level),
      plan.options.bucket,
    ),
    inputHash: inputHash(plan),
    issues: [
      ...plan.issues,
      ...outcomes.flatMap(({ problem }, i) =>
        problem === undefined ? [] : work[i].leaves.map((leaf) => refused(leaf, problem)),
      ),
    ],
  };
}

/** The whole job in one thread, or the part of it for some leaves; work goes on each time the caller asks for more. */
export function* forecastItems(
  plan: ForecastPlan,
  wanted?: (leaf: Leaf) => boolean,
): Generator<ForecastProgress, ForecastOutcome> {
  const work = forecastWork(plan, wanted);
  const outcomes: GroupOutcome[] = [];
  for (const group of work) {
    const progress = { done: outcomes.length, total: work.length };
    const job = forecastGroup(group, plan.options, levelOf(plan));
    let step = job.next();
    for (; step.done !== true; step = job.next()) yield progress;
    outcomes.push(step.value);
    yield progress;
  }
  return joinForecasts(plan, work, outcomes);
}

/** Runs a job to its end without a pause, for callers that have nothing else to do. */
export function finish<T>(job: Generator<unknown, T>): T {
  for (;;) {
    const step = job.next();
    if (step.done === true) return step.value;
  }
}

function testOf(group: Group, options: ForecastOptions): Generator<void, Backtest> {
  const lags = group.leaves.map((leaf) => lagOf(leaf, options.bucket) ?? 1);
  const longest = Math.min(furthestTested, Math.max(...lags));
  const horizon = Math.min(furthestTested, Math.max(options.horizon, longest));
  return backtest(group, calendarSeason[options.bucket], horizon, longest);
}

function refused({ demandRow, item }: Leaf, problem: string): Issue {
  const message = `${item} is not forecast: ${problem}`;
  return { table: demandTable.name, row: demandRow, column: "Item", message };
}
