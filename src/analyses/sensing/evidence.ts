import { bucketOf, bucketStart } from "../../engine/calendar";
import type { LeafSignals, WeeklySignal } from "./leaf-signals";
import { DAYS_IN_WEEK, spreadOverDays, type BucketUnits, type UnitsBetween } from "./units-by-day";

/** What was seen in the weeks that are news, in units of demand, beside what the forecast had led to expect. */
export interface Evidence {
  readonly seen: readonly number[];
  readonly expected: readonly number[];
  /** Day after the last that it speaks of. */
  readonly until: number;
  readonly sources: readonly string[];
  /** What could not be used, and why. */
  readonly left: readonly string[];
}

/** Weeks of a signal beside demand that must be known before the news to tell how the two compare. */
const fewestWeeks = 8;
const mostWeeks = 52;

/**
 * The news of a leaf at a time: each signal over what it usually is for a unit of demand, and demand itself so far. Several tell of the same
 * demand, so their mean counts. Nothing from `today` on is looked at.
 * @param expected what the forecast led to expect, by day
 */
export function evidenceOf(
  leaf: LeafSignals,
  today: number,
  window: number,
  expected: UnitsBetween,
): Evidence {
  const now = bucketOf(today, "W");
  const since = now - window;
  const usable: { readonly source: string; readonly end: number; readonly at: (week: number) => number }[] =
    [];
  const left: string[] = [];
  for (const signal of leaf.signals) {
    const scale = unitsForOneOfDemand(leaf, signal, since);
    if (scale === undefined) left.push(`${signal.source} shows too little beside demand before the news`);
    else {
      const end = now + signal.lead;
      usable.push({ source: signal.source, end, at: (week) => at(signal.net, week) / scale });
    }
  }
  const { byDay } = leaf;
  if (byDay !== undefined) {
    usable.push({ source: "demand so far", end: now, at: (week) => soldBetween(byDay, ...daysOf(week)) });
  }
  const periods: { readonly seen: number; readonly expected: number; readonly to: number }[] = [];
  const sources = new Set<string>();
  const end = Math.max(now, ...usable.map((one) => one.end));
  for (let week = since; week < end; week++) {
    const telling = usable.filter((one) => week < one.end && !Number.isNaN(one.at(week)));
    if (telling.length === 0) continue;
    for (const { source } of telling) sources.add(source);
    const seen = telling.reduce((sum, one) => sum + one.at(week), 0) / telling.length;
    periods.push({ seen, expected: expected(...daysOf(week)), to: daysOf(week)[1] });
  }
  const [monday] = daysOf(now);
  if (byDay !== undefined && monday < today) {
    periods.push({ seen: soldBetween(byDay, monday, today), expected: expected(monday, today), to: today });
  }
  const known = periods.filter((period) => !Number.isNaN(period.expected));
  return {
    seen: known.map((period) => period.seen),
    expected: known.map((period) => period.expected),
    until: known.reduce((last, { to }) => Math.max(last, to), -Infinity),
    sources: [...sources],
    left,
  };
}

/** Units of a signal for one of demand in the year before a week; undefined where that cannot be told. */
function unitsForOneOfDemand(
  { leaf, bucket, weekdays }: LeafSignals,
  { weeks }: WeeklySignal,
  before: number,
): number | undefined {
  const past = spreadOverDays({ first: leaf.start, units: leaf.series }, bucket, weekdays);
  let [signalled, sold, count] = [0, 0, 0];
  for (let week = before - mostWeeks; week < before; week++) {
    const [units, demand] = [at(weeks, week), past(...daysOf(week))];
    if (Number.isNaN(units) || Number.isNaN(demand)) continue;
    signalled += units;
    sold += demand;
    count++;
  }
  return count >= fewestWeeks && signalled > 0 && sold > 0 ? signalled / sold : undefined;
}

function at({ first, units }: BucketUnits, bucket: number): number {
  return units[bucket - first] ?? NaN;
}

export function daysOf(week: number): readonly [number, number] {
  const monday = bucketStart(week, "W");
  return [monday, monday + DAYS_IN_WEEK];
}

/** Units of days, the last one left out; NaN where one of them is not known. */
export function soldBetween({ first, units }: BucketUnits, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day < to; day++) sum += units[day - first] ?? NaN;
  return sum;
}
