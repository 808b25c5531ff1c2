import { changeOverParts } from "./change-over";
import { forecasterFor } from "./forecast-series";
import { orUndefined } from "./or-undefined";
import type { Group, Leaf } from "./plan-forecast";

/** What was forecast for a leaf, and what came, at one distance from an origin. */
export interface BacktestPair {
  /** Buckets ahead, from 1. */
  readonly ahead: number;
  readonly actual: number;
  readonly forecast: number;
}

export interface Backtest {
  /** Of the group as a whole, oldest origin first. */
  readonly own: readonly BacktestPair[];
  /** Of each leaf of the group, in its order. */
  readonly leaves: readonly (readonly BacktestPair[])[];
}

/** Origins a backtest uses where history allows: a window of drift. */
export const usualOrigins = 6;
const mostOrigins = 12;
const fewestToFit = 5;

/**
 * Origins are the last buckets one by one, each forecast by what was known before it; at least half of the history is never
 * forecast but fitted. A lead time longer than the usual window gets origins enough to see three forecasts at its distance.
 */
export function originsOf(history: number, longestLag: number): number {
  const wanted = Math.min(mostOrigins, Math.max(usualOrigins, longestLag + 2));
  return Math.max(0, Math.min(wanted, history - Math.max(fewestToFit, Math.ceil(history / 2))));
}

/**
 * Rolling-origin errors of a group and, split by share, of its leaves. Nothing after an origin is looked at before it: the method is
 * the one that was to be chosen at the first origin, and it is fitted anew at each.
 * Yields after every fit, so that whoever drives it can show progress, rest or stop.
 */
export function* backtest(
  group: Group,
  season: number,
  horizon: number,
  longestLag: number,
): Generator<void, Backtest> {
  const own: BacktestPair[] = [];
  const leaves = group.leaves.map((): BacktestPair[] => []);
  const { series } = group;
  const first = series.length - originsOf(series.length, longestLag);
  if (first === series.length) return { own, leaves };
  const forecaster = orUndefined(() => forecasterFor(series.slice(0, first), season, horizon));
  yield;
  if (forecaster === undefined) return { own, leaves };
  for (let origin = first; origin < series.length; origin++) {
    const ahead = Math.min(horizon, series.length - origin);
    const forecast = orUndefined(() => forecaster(series.slice(0, origin), ahead));
    yield;
    if (forecast === undefined) continue;
    const parts = partsOf(group, origin, season, ahead);
    for (let step = 0; step < ahead; step++) {
      own.push({ ahead: step + 1, actual: series[origin + step], forecast: forecast[step] });
      group.leaves.forEach((leaf, i) => {
        const at = origin + step - (leaf.start - group.start);
        if (at < 0) return;
        leaves[i].push({
          ahead: step + 1,
          actual: leaf.series[at],
          forecast: parts[i][step] * forecast[step],
        });
      });
    }
  }
  return { own, leaves };
}

/** What turns the group's forecast from `end` on into that of each leaf, bucket by bucket. */
export function partsOf(group: Group, end: number, season: number, ahead: number): number[][] {
  return group.changeOver === undefined
    ? sharesOf(group, end, season).map((share) => new Array<number>(ahead).fill(share))
    : changeOverParts(group, end, ahead);
}

/** Share of each leaf in the demand of the last season before `end` (a bucket of the group's series); equal where there was none. */
export function sharesOf(group: Group, end: number, season: number): number[] {
  if (group.leaves.length === 1) return [1];
  const recent = group.leaves.map((leaf) => {
    const until = end - (leaf.start - group.start);
    return Math.max(0, sum(leaf.series.slice(Math.max(0, until - season), Math.max(0, until))));
  });
  const total = sum(recent);
  return recent.map((value) => (total > 0 ? value / total : 1 / recent.length));
}

/** Root mean squared one-step error of a leaf against its share of the group's fit; null where there is none. */
export function fitError(leaf: Leaf, group: Group, fitted: readonly number[], share: number): number | null {
  const errors = leaf.series.flatMap((actual, t) => {
    const expected = fitted[t + leaf.start - group.start];
    return Number.isNaN(expected) ? [] : [(share * expected - actual) ** 2];
  });
  return errors.length === 0 ? null : Math.sqrt(sum(errors) / errors.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
