import { PlanningError } from "../errors";
import type { Series } from "../demand";
import type { Interval } from "./method";

/** What forecasts of a history may not leave. */
export interface Limits {
  readonly lowest: number;
  readonly highest: number;
}

/** Times the largest demand so far that a forecast may reach, unless the planner says otherwise. */
export const usualCap = 3;

/**
 * Nothing below zero where no demand was; nothing above `cap` times the largest demand so far (below its negative where there are
 * returns). A cap of 0 is none.
 */
export function limitsOf(series: Series, cap: number): Limits {
  let least = 0;
  let most = 0;
  for (const value of series) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const reach = cap === 0 ? Number.MAX_VALUE : cap * Math.max(most, -least);
  return { lowest: least < 0 ? -reach : 0, highest: reach };
}

export function within({ lowest, highest }: Limits, value: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

/** Forecast and interval inside the limits, and the forecast inside its interval. */
export function limited(
  limits: Limits,
  point: readonly number[],
  { low, high }: Interval,
): { point: number[]; low: number[]; high: number[] } {
  if (![point, low, high].every((values) => values.every(Number.isFinite)))
    throw new PlanningError(
      "no-solution",
      "demand",
      "demand must lead to forecasts that stay finite, got an overflow",
    );
  const inside = point.map((value) => within(limits, value));
  return {
    point: inside,
    low: low.map((value, i) => Math.min(inside[i], within(limits, value))),
    high: high.map((value, i) => Math.max(inside[i], within(limits, value))),
  };
}
