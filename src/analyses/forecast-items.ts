import { bucketStart, daysToPeriods } from "../engine/calendar";
import { demandPattern, type DemandPattern } from "../engine/demand";
import type { DriftFigures } from "../engine/accuracy";
import { PlanningError } from "../engine/errors";
import { demandTable, type Issue } from "../workbook/tables";
import { accuracyByHorizon, driftOf, errorsOf, type HorizonAccuracy } from "./forecast/accuracy";
import { backtest, fitError, sharesOf, type Backtest } from "./forecast/backtest";
import { seasonOf } from "./forecast/season";
import { forecastSeries, type RankedModel, type SeriesForecast } from "./forecast/forecast-series";
import { levelAdvice, type FamilyAdvice, type TestedGroup } from "./forecast/level-advice";
import {
  groupsAt,
  inputHash,
  levelOf,
  type ForecastPlan,
  type Group,
  type Leaf,
} from "./forecast/plan-forecast";

/** One item at a place: its forecast, and what there is to know about it. */
export interface ItemForecast {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  /** Body row of Items, counted from 0; null where it stands in none. */
  readonly itemRow: number | null;
  /** First days of the buckets of `history`, then of `forecast`, as Excel serials. */
  readonly dates: readonly number[];
  readonly history: readonly number[];
  /** One step ahead, beside `history`; NaN where there is none yet. */
  readonly fitted: readonly number[];
  readonly forecast: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Null with too little demand to judge. */
  readonly pattern: DemandPattern | null;
  readonly stage: string;
  readonly model: string;
  readonly why: readonly string[];
  readonly ranked: readonly RankedModel[];
  readonly accuracy: readonly HorizonAccuracy[];
  /** Where Items[LeadTime] is known: the error that far ahead. */
  readonly atLeadTime: HorizonAccuracy | null;
  /** Lead time in whole buckets, at least 1; null where it is not known. */
  readonly lag: number | null;
  readonly drift: DriftFigures | null;
}

export interface ForecastProgress {
  readonly done: number;
  readonly total: number;
}

export interface ForecastOutcome {
  readonly plan: ForecastPlan;
  readonly items: readonly ItemForecast[];
  readonly advice: readonly FamilyAdvice[];
  /** One bucket ahead, all items together. */
  readonly overall: Pick<HorizonAccuracy, "wape" | "bias">;
  readonly inputHash: string;
  readonly issues: readonly Issue[];
}

/** Further ahead than this a backtest has too few origins to say anything. */
const furthestTested = 12;

/**
 * Forecasts every item of a plan, or some, with backtest and advice on the level. Work goes on each time the caller asks for more,
 * which is how it is shown, paused and stopped; a step is at most one fit.
 */
export function* forecastItems(
  plan: ForecastPlan,
  wanted: (leaf: Leaf) => boolean = () => true,
): Generator<ForecastProgress, ForecastOutcome> {
  const level = levelOf(plan);
  const ids = new Set(plan.leaves.filter(wanted).map(({ id }) => id));
  const all = plan.levels.flatMap((at) => groupsAt(at, plan.leaves));
  const work = all.filter((group) => group.leaves.some(({ id }) => ids.has(id)));
  const items: ItemForecast[] = [];
  const issues: Issue[] = [...plan.issues];
  const tested: TestedGroup[] = [];
  for (const [done, group] of work.entries()) {
    const progress = { done, total: work.length };
    yield progress;
    const errors = yield* withProgress(testOf(group, plan), progress);
    tested.push({ group, backtest: errors });
    if (group.level !== level) continue;
    try {
      items.push(...itemsOf(group, errors, plan).filter(({ id }) => ids.has(id)));
    } catch (thrown) {
      if (!(thrown instanceof PlanningError)) throw thrown;
      issues.push(...group.leaves.map((leaf) => refused(leaf, thrown)));
    }
  }
  return {
    plan,
    items,
    advice: levelAdvice(tested, plan.levels),
    overall: errorsOf(
      tested
        .filter(({ group }) => group.level === level)
        .flatMap((one) => one.backtest.leaves.flat())
        .filter(({ ahead }) => ahead === 1),
    ),
    inputHash: inputHash(plan),
    issues,
  };
}

/** Runs a job to its end without a pause, for callers that have nothing else to do. */
export function finish<T>(job: Generator<unknown, T>): T {
  for (;;) {
    const step = job.next();
    if (step.done === true) return step.value;
  }
}

function* withProgress<T>(
  job: Generator<void, T>,
  progress: ForecastProgress,
): Generator<ForecastProgress, T> {
  for (;;) {
    const step = job.next();
    if (step.done === true) return step.value;
    yield progress;
  }
}

function testOf(group: Group, { options }: ForecastPlan): Generator<void, Backtest> {
  const lags = group.leaves.map((leaf) => lagOf(leaf, options.bucket) ?? 1);
  const longest = Math.min(furthestTested, Math.max(...lags));
  const horizon = Math.min(furthestTested, Math.max(options.horizon, longest));
  return backtest(group, seasonOf[options.bucket], horizon, longest);
}

/** Buckets from an order to its arrival: the distance at which the forecast is needed. */
function lagOf({ leadTime }: Leaf, bucket: ForecastPlan["options"]["bucket"]): number | null {
  return leadTime === null ? null : Math.max(1, Math.ceil(daysToPeriods(leadTime, bucket)));
}

function itemsOf(group: Group, errors: Backtest, plan: ForecastPlan): ItemForecast[] {
  const { horizon, bucket } = plan.options;
  const season = seasonOf[bucket];
  const whole = forecastSeries(group.series, season, horizon);
  const shares = sharesOf(group, group.series.length, season);
  return group.leaves.map((leaf, i) => {
    const lag = lagOf(leaf, bucket);
    const accuracy = accuracyByHorizon(errors.leaves[i]);
    return {
      id: leaf.id,
      item: leaf.item,
      location: leaf.location,
      itemRow: leaf.itemRow,
      dates: Array.from({ length: leaf.series.length + horizon }, (_, t) =>
        bucketStart(leaf.start + t, bucket),
      ),
      history: leaf.series,
      ...partOf(whole, group, leaf, shares[i]),
      pattern: patternOf(leaf.series),
      stage: leaf.stage,
      model: whole.model,
      why: group.leaves.length === 1 ? whole.why : [...whole.why, splitReason(group, shares[i])],
      ranked: whole.ranked,
      accuracy,
      atLeadTime: accuracy.find(({ ahead }) => ahead === lag) ?? null,
      lag,
      drift: driftOf(errors.leaves[i]),
    };
  });
}

/**
 * A leaf's part of a group's forecast. The width of the interval is not split by share, for the errors of the parts do not cancel
 * within one part: it keeps the shape of the group's and takes the size of the leaf's own one-step errors.
 */
function partOf(
  whole: SeriesForecast,
  group: Group,
  leaf: Leaf,
  share: number,
): Pick<ItemForecast, "fitted" | "forecast" | "low" | "high"> {
  const { fitted, forecast, low, high } = whole;
  if (group.leaves.length === 1) return { fitted, forecast, low, high };
  const before = leaf.start - group.start;
  const own = fitError(leaf, group, fitted, share);
  const ofGroup = groupFitError(group, fitted);
  const ratio = own === null || ofGroup === null || ofGroup === 0 ? share : own / ofGroup;
  const part = forecast.map((value) => share * value);
  const floor = leaf.series.some((value) => value < 0) ? -Infinity : 0;
  return {
    fitted: fitted.slice(before).map((value) => share * value),
    forecast: part,
    low: part.map((value, h) => Math.max(floor, value - ratio * (forecast[h] - low[h]))),
    high: part.map((value, h) => value + ratio * (high[h] - forecast[h])),
  };
}

function groupFitError(group: Group, fitted: readonly number[]): number | null {
  const whole = { ...group.leaves[0], start: group.start, series: group.series };
  return fitError(whole, group, fitted, 1);
}

function splitReason({ level, leaves }: Group, share: number): string {
  const [{ item, family }] = leaves;
  const whole = level === "family" ? `family ${family}` : `item ${item}`;
  const percent = (100 * share).toFixed(1);
  return `Forecast as ${whole} (${leaves.length} together); this part had ${percent}% of the last season's demand`;
}

function patternOf(series: readonly number[]): DemandPattern | null {
  try {
    return demandPattern(series);
  } catch (thrown) {
    if (thrown instanceof PlanningError) return null;
    throw thrown;
  }
}

function refused({ demandRow, item }: Leaf, error: PlanningError): Issue {
  const message = `${item} is not forecast: ${error.message}`;
  return { table: demandTable.name, row: demandRow, column: "Item", message };
}
