import { daysToPeriods, type DemandBucket } from "../../engine/calendar";
import { demandStatistics, intermittentInterval } from "../../engine/demand";

/** Units fall on days one by one up to so many a bucket; larger quantities in so many equal parts. */
const mostParts = 200;

/**
 * A history by day, at least so long, run through over and over in its own order. Which day of a bucket a unit was asked for is not known:
 * units are dealt to its days at random, to as many as are usual where that is known; where demand often stays away, a bucket's demand is one
 * customer's on one day. Returns, which are below 0, count as no demand.
 * @param draw uniform between 0 and 1
 * @param busyDays share of the days on which something is taken
 */
export function dailyDemand(
  series: readonly number[],
  bucket: DemandBucket,
  atLeast: number,
  draw: () => number,
  busyDays?: number,
): Float64Array {
  const perBucket = 1 / daysToPeriods(1, bucket);
  const repeats = Math.ceil(atLeast / (series.length * perBucket));
  const days = new Float64Array(Math.round(repeats * series.length * perBucket));
  const { adi } = demandStatistics(series, 1);
  const lumpy = adi !== null && adi >= intermittentInterval;
  for (let t = 0; t < repeats * series.length; t++) {
    const units = Math.max(0, series[t % series.length]);
    if (units === 0) continue;
    const first = Math.round(t * perBucket);
    const length = Math.max(1, Math.min(days.length, Math.round((t + 1) * perBucket)) - first);
    const most =
      busyDays === undefined ? Math.min(mostParts, Math.round(units)) : Math.round(busyDays * length);
    const parts = lumpy ? 1 : Math.max(1, most);
    for (let part = 0; part < parts; part++)
      days[Math.min(days.length - 1, first + Math.floor(draw() * length))] += units / parts;
  }
  return days;
}
