import type { Series } from "../../demand";
import { isSeasonal } from "../seasonal-adjustment";

/**
 * What a history allows, apart from any model:
 * - few: fewer than three observations
 * - ended: no demand for so long that more is not to be expected
 * - constant: the same number throughout, zero included
 * - intermittent: many periods without demand, and no season that explains them
 * - regular: anything else
 */
export type HistoryKind = "few" | "ended" | "constant" | "intermittent" | "regular";

export interface History {
  readonly kind: HistoryKind;
  /** From the launch on: leading zeros that no later pause resembles are dropped, unless demand is intermittent. */
  readonly series: Series;
  /** Periods dropped before the launch. */
  readonly beforeLaunch: number;
  /** Why this kind, in planners' words. */
  readonly reason: string;
}

/** Fewest observations from which anything can be estimated. */
const fewest = 3;
/** A pause that ends an item, or precedes its launch, is longer than the others by this factor. */
const outlastsPauses = 3;
/** Periods without demand that may end an item. */
const deadAfter = 12;
/**
 * Average interval between demands, in periods, from which on methods for intermittent demand serve: below the 1.32 of the usual label, since
 * they were measured better than trends and seasons on demand with one period in eight empty.
 */
const intermittentFrom = 1.15;

export function readHistory(full: Series, season: number): History {
  const beforeLaunch = periodsBeforeLaunch(full);
  const series = beforeLaunch === 0 ? full : full.slice(beforeLaunch);
  const values = series.filter((value) => !Number.isNaN(value));
  const history = (kind: HistoryKind, reason: string): History => ({ kind, series, beforeLaunch, reason });
  if (values.every((value) => value === values[0]) && values.length >= fewest)
    return history("constant", `all ${values.length} observations are ${values[0]}`);
  const pauses = pausesIn(values);
  if (pauses.last >= deadAfter && pauses.last >= outlastsPauses * pauses.longestEarlier)
    return history(
      "ended",
      `no demand in the last ${pauses.last} periods; the longest pause before was ${pauses.longestEarlier}`,
    );
  if (values.length < fewest)
    return history("few", `${values.length} observation${values.length === 1 ? "" : "s"} since the launch`);
  const demands = values.filter((value) => value !== 0).length;
  const interval = values.length / demands;
  if (interval < intermittentFrom || values.some((value) => value < 0))
    return history("regular", `demand in ${demands} of ${values.length} periods`);
  if (isSeasonal(series, season))
    return history("regular", `demand in ${demands} of ${values.length} periods, by season`);
  // Such demand keeps its leading zeros: what looks like a launch is often just the first of rare demands, and the rate is too high without.
  const all = full.filter((value) => !Number.isNaN(value)).length;
  const reason = `demand in ${demands} of ${all} periods, every ${(all / demands).toFixed(1)} on average`;
  return { kind: "intermittent", series: full, beforeLaunch: 0, reason };
}

/** Leading zeros, where they are a longer run than `outlastsPauses` times any later one: the item was not yet sold. */
function periodsBeforeLaunch(series: Series): number {
  let first = 0;
  while (first < series.length && (series[first] === 0 || Number.isNaN(series[first]))) first++;
  if (first === series.length) return 0;
  const { last, longestEarlier } = pausesIn(series.slice(first).filter((value) => !Number.isNaN(value)));
  return first >= outlastsPauses * Math.max(1, last, longestEarlier) ? first : 0;
}

/** Runs of zeros: the one at the end, and the longest before it. */
function pausesIn(values: readonly number[]): { last: number; longestEarlier: number } {
  let run = 0;
  let longestEarlier = 0;
  for (const value of values) {
    if (value === 0) run++;
    else {
      longestEarlier = Math.max(longestEarlier, run);
      run = 0;
    }
  }
  return { last: run, longestEarlier };
}
