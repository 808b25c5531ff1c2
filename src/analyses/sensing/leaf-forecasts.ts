import { bucketOf, bucketStart, calendarSeason } from "../../engine/calendar";
import { forecasterFor, type Forecaster } from "../forecast/forecast-series";
import { orUndefined } from "../forecast/or-undefined";
import type { LeafSignals } from "./leaf-signals";
import { spreadOverDays, type UnitsBetween } from "./units-by-day";

/** A history with fewer buckets is not forecast from. */
const fewestBuckets = 5;

/** What would have been forecast before the bucket of a day, by day; undefined where the history did not allow it. */
export type ForecastsMade = (from: number) => UnitsBetween | undefined;

/**
 * Forecasts of a leaf as they would have been made in the past, by the method that was to be chosen before the earliest of them: nothing later
 * has a say.
 * @param earliest day before which no forecast is asked for
 * @param days how far ahead each must reach
 */
export function leafForecasts(
  { leaf, bucket, weekdays }: LeafSignals,
  earliest: number,
  days: number,
): ForecastsMade {
  const season = calendarSeason[bucket];
  const ahead = bucketOf(earliest + days, bucket) - bucketOf(earliest, bucket) + 2;
  const known = (before: number) => leaf.series.slice(0, Math.max(0, before - leaf.start));
  const chosenFrom = known(bucketOf(earliest, bucket));
  let forecaster: Forecaster | undefined;
  const made = new Map<number, UnitsBetween | undefined>();
  return (from) => {
    const at = bucketOf(from, bucket);
    if (made.has(at)) return made.get(at);
    const history = known(at);
    const units =
      history.length < fewestBuckets
        ? undefined
        : orUndefined(() => {
            forecaster ??= forecasterFor(
              chosenFrom.length < fewestBuckets ? history : chosenFrom,
              season,
              ahead,
            );
            return forecaster(history, ahead);
          });
    const spread = units && spreadOverDays({ first: at, units }, bucket, weekdays);
    made.set(at, spread);
    return spread;
  };
}

/** Forecast of the coming buckets: what stands in the table where it does, else what is forecast here. */
export function plannedUnits(
  { bucket, today, weekdays }: LeafSignals,
  planned: readonly number[],
  made: UnitsBetween | undefined,
  until: number,
): UnitsBetween {
  const first = bucketOf(today, bucket);
  const count = bucketOf(until, bucket) - first + 1;
  const units = Array.from({ length: count }, (_, i) => {
    const stands = planned[i] ?? NaN;
    if (!Number.isNaN(stands)) return stands;
    return made?.(bucketStart(first + i, bucket), bucketStart(first + i + 1, bucket)) ?? NaN;
  });
  return spreadOverDays({ first, units }, bucket, weekdays);
}
