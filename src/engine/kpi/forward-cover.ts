import { PlanningError, insufficientData } from "../errors";

/**
 * Days that stock lasts against the forecast, pro rata in the bucket in which it runs out.
 * Source: ASCM Dictionary, "time-phased days of supply": forward cover. Not for stock that outlasts the forecast: its end is not known.
 * @param forecast units per bucket, the next bucket first
 * @param days length of a bucket
 */
export function forwardCover(onHand: number, forecast: readonly number[], days: number): number {
  let left = onHand;
  for (let bucket = 0; bucket < forecast.length; bucket++) {
    const demand = forecast[bucket];
    if (Number.isNaN(demand)) {
      const name = `forecast at position ${bucket + 1}`;
      throw insufficientData(name, "must be a number before stock is used up", null);
    }
    if (left <= demand) return left === 0 ? bucket * days : (bucket + left / demand) * days;
    left -= demand;
  }
  throw new PlanningError(
    "no-solution",
    "forecast",
    `forecast must reach until stock is used up, got ${forecast.length} periods that leave ${left} (extend the forecast)`,
  );
}
