import type { DriftFigures } from "../../engine/accuracy";
import { bucketStart, daysToPeriods, type DemandBucket } from "../../engine/calendar";
import { demandPattern, lifecycle, type DemandPattern } from "../../engine/demand";
import { accuracyByHorizon, driftOf, type HorizonAccuracy } from "./accuracy";
import { fitError, sharesOf, type Backtest } from "./backtest";
import { changeOverParts, changeOverReason } from "./change-over";
import { orUndefined } from "./or-undefined";
import type { ForecastOptions } from "./forecast-options";
import { forecastSeries, type RankedModel, type SeriesForecast } from "./forecast-series";
import { launchForecast } from "./launch-forecast";
import type { Group, Leaf } from "./plan-forecast";
import { calendarSeason } from "../../engine/calendar";

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
  /** As Items has it or, where it is blank there, as the history tells it. */
  readonly stage: string;
  readonly model: string;
  readonly label: string;
  readonly why: readonly string[];
  readonly ranked: readonly RankedModel[];
  readonly accuracy: readonly HorizonAccuracy[];
  /** Where Items[LeadTime] is known: the error that far ahead. */
  readonly atLeadTime: HorizonAccuracy | null;
  /** Lead time in whole buckets, at least 1; null where it is not known. */
  readonly lag: number | null;
  readonly drift: DriftFigures | null;
}

/** Buckets from an order to its arrival: the distance at which the forecast is needed. */
export function lagOf({ leadTime }: Leaf, bucket: DemandBucket): number | null {
  return leadTime === null ? null : Math.max(1, Math.ceil(daysToPeriods(leadTime, bucket)));
}

/** The forecasts of a group's leaves. Throws PlanningError where the group cannot be forecast. */
export function itemsOf(
  group: Group,
  errors: Backtest,
  { horizon, bucket }: ForecastOptions,
): ItemForecast[] {
  const season = calendarSeason[bucket];
  const [{ launch }] = group.leaves;
  const whole =
    (launch && launchForecast(group.series, launch, horizon)) ??
    forecastSeries(group.series, season, horizon);
  const part =
    group.changeOver === undefined ? partOfTotal(whole, group, season) : partOfChange(whole, group, horizon);
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
      ...part(leaf, i),
      pattern: orUndefined(() => demandPattern(leaf.series)) ?? null,
      stage: leaf.stage || (orUndefined(() => lifecycle({ demand: leaf.series, bucket }).stage) ?? ""),
      ranked: whole.ranked,
      accuracy,
      atLeadTime: accuracy.find(({ ahead }) => ahead === lag) ?? null,
      lag,
      drift: driftOf(errors.leaves[i]),
    };
  });
}

type Part = Pick<ItemForecast, "fitted" | "forecast" | "low" | "high" | "model" | "label" | "why">;
type PartOf = (leaf: Leaf, place: number) => Part;

/**
 * A leaf's part of a group's forecast, by its share. The width of the interval is not split by share, for the errors of the parts do not cancel
 * within one part: it keeps the shape of the group's and takes the size of the leaf's own one-step errors.
 */
function partOfTotal(whole: SeriesForecast, group: Group, season: number): PartOf {
  const { fitted, forecast, low, high, model, label, why } = whole;
  if (group.leaves.length === 1) return () => ({ fitted, forecast, low, high, model, label, why });
  const shares = sharesOf(group, group.series.length, season);
  return (leaf, place) => {
    const share = shares[place];
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
      model,
      label,
      why: [...why, splitReason(group, share)],
    };
  };
}

/** Predecessor or successor: its part of what both sell together, which moves from one to the other. */
function partOfChange(whole: SeriesForecast, group: Group, horizon: number): PartOf {
  const parts = changeOverParts(group, group.series.length, horizon);
  const reason = changeOverReason(group, horizon);
  return (leaf, place) => {
    const by = (values: readonly number[]) => values.map((value, h) => parts[place][h] * value);
    return {
      fitted: leaf.series.map(() => NaN),
      forecast: by(whole.forecast),
      low: by(whole.low),
      high: by(whole.high),
      model: "CHANGEOVER",
      label: `Change-over, both together by ${whole.model}`,
      why: [reason, ...whole.why],
    };
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
