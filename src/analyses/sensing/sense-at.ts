import { bucketOf, bucketStart } from "../../engine/calendar";
import { PlanningError } from "../../engine/errors";
import { fadedShift, sense } from "../../engine/forecast";
import { daysOf, evidenceOf, type Evidence } from "./evidence";
import type { ForecastsMade } from "./leaf-forecasts";
import type { LeafSignals, SensingChoice } from "./leaf-signals";
import { DAYS_IN_WEEK, type UnitsBetween } from "./units-by-day";

/** What the evidence of a time makes of a forecast. */
export interface Found {
  readonly evidence: Evidence;
  readonly uplift: number;
  readonly weight: number;
  readonly shift: number;
}

/**
 * What is sensed at a time. The forecast of before the news says how weeks differ, the one of now how high the level is: so what the latter has
 * learnt of the news already is not added again. Nothing from `today` on is looked at.
 * @param now forecast of that time
 */
export function senseAt(
  leaf: LeafSignals,
  today: number,
  now: UnitsBetween,
  forecasts: ForecastsMade,
  { window, cap }: SensingChoice,
): Found | undefined {
  const before = forecasts(daysOf(bucketOf(today, "W") - window)[0]);
  if (before === undefined) return undefined;
  // The weeks to come are compared by whole buckets, since within one the level is spread alike.
  const start = bucketStart(bucketOf(today, leaf.bucket), leaf.bucket);
  const end = bucketStart(bucketOf(today + DAYS_IN_WEEK * window, leaf.bucket) + 1, leaf.bucket);
  const [old, current] = [before(start, end), now(start, end)];
  const level = old > 0 && current > 0 ? current / old : 1;
  const evidence = evidenceOf(leaf, today, window, (from, to) => level * before(from, to));
  if (evidence.seen.length < 2) return { evidence, uplift: 0, weight: 0, shift: 0 };
  const found = orZero(() => sense({ signal: evidence.seen, expected: evidence.expected, cap }));
  return { evidence, ...found };
}

/** Nothing expected, nothing to compare with. */
function orZero(compute: () => Omit<Found, "evidence">): Omit<Found, "evidence"> {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof PlanningError) return { uplift: 0, weight: 0, shift: 0 };
    throw thrown;
  }
}

/** A forecast shifted by what was found: in full as far as the news reaches, then fading week by week. */
export function sensedBetween(
  base: UnitsBetween,
  { evidence, shift }: Found,
  today: number,
  decay: number,
): UnitsBetween {
  const reach = Math.max(today, evidence.until);
  return (from, to) => {
    let added = 0;
    for (let day = from; day < to; day++) {
      const left = fadedShift(shift, Math.max(0, Math.floor((day - reach) / DAYS_IN_WEEK)), decay);
      if (left !== 0) added += left * base(day, day + 1);
    }
    return base(from, to) + added;
  };
}
