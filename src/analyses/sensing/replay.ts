import { bucketOf, bucketStart } from "../../engine/calendar";
import { forecastPairs, weightedAbsolutePercentageError } from "../../engine/accuracy";
import { orUndefined } from "../forecast/or-undefined";
import { daysOf, soldBetween } from "./evidence";
import type { ForecastsMade } from "./leaf-forecasts";
import type { LeafSignals, SensingChoice } from "./leaf-signals";
import { senseAt, sensedBetween } from "./sense-at";
import { spreadOverDays } from "./units-by-day";

/** A forecast beside what came. */
export interface JudgedForecast {
  readonly actual: number;
  readonly base: number;
  readonly sensed: number;
}

const weeksJudged = 3;
const weekOrigins = 4;
const bucketOrigins = 6;

/** Weeks back to the first day that is looked at again, where demand is known by week. */
export const weeksReplayed = (window: number): number => weeksJudged + (weekOrigins - 1) * window;

/** Days from which the past is looked at again, each with the spans of days whose demand is known by now. */
export interface Replay {
  readonly today: number;
  readonly spans: readonly (readonly [number, number])[];
}

/**
 * Where demand is known by week or day: four Mondays, a window apart, each with three weeks after it; else the starts of the last six months or
 * quarters, each with that bucket, since what its weeks were is not known.
 */
export function replaysOf({ bucket, byDay, today }: LeafSignals, window: number): Replay[] {
  if (byDay !== undefined || bucket === "W" || bucket === "D") {
    const last = bucketOf(today, "W") - weeksJudged;
    return Array.from({ length: weekOrigins }, (_, i) => {
      const week = last - i * window;
      return {
        today: daysOf(week)[0],
        spans: Array.from({ length: weeksJudged }, (__, k) => daysOf(week + k)),
      };
    });
  }
  const now = bucketOf(today, bucket);
  return Array.from({ length: bucketOrigins }, (_, i) => {
    const [from, to] = [bucketStart(now - 1 - i, bucket), bucketStart(now - i, bucket)];
    return { today: from, spans: [[from, to]] };
  });
}

/** What sensing would have been worth: each time with what was known before it alone. */
export function judge(
  leaf: LeafSignals,
  replays: readonly Replay[],
  forecasts: ForecastsMade,
  choice: SensingChoice,
): JudgedForecast[] {
  const { byDay, bucket, weekdays } = leaf;
  const past = spreadOverDays({ first: leaf.leaf.start, units: leaf.leaf.series }, bucket, weekdays);
  return replays.flatMap(({ today, spans }) => {
    const base = forecasts(today);
    if (base === undefined) return [];
    const found = senseAt(leaf, today, base, forecasts, choice);
    if (found === undefined || found.evidence.seen.length < 2) return [];
    const sensed = sensedBetween(base, found, today, choice.decay);
    return spans
      .map(([from, to]) => ({
        actual: byDay === undefined ? past(from, to) : soldBetween(byDay, from, to),
        base: base(from, to),
        sensed: sensed(from, to),
      }))
      .filter((one) => !Object.values(one).some(Number.isNaN));
  });
}

export interface SensingWorth {
  readonly base: number;
  readonly sensed: number;
}

/** WAPE of both; undefined where nothing could be compared. */
export function worthOf(judged: readonly JudgedForecast[]): SensingWorth | undefined {
  const wape = (of: (one: JudgedForecast) => number) =>
    weightedAbsolutePercentageError(
      forecastPairs(
        judged.map(({ actual }) => actual),
        judged.map(of),
      ),
    );
  if (!judged.some(({ actual }) => actual !== 0)) return undefined;
  return orUndefined(() => ({ base: wape(({ base }) => base), sensed: wape(({ sensed }) => sensed) }));
}
