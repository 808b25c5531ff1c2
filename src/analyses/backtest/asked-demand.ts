import { bucketOf, bucketStart, dayOfSerial, serialOfDay, type DemandBucket } from "../../engine/calendar";

export interface BookedDays {
  /** Demand by bucket; `start` is the bucket of its first entry. */
  readonly series: readonly number[];
  readonly start: number;
  readonly bucket: DemandBucket;
  /** Day since 1970 of the first entry of what follows. */
  readonly first: number;
  /** Units that customers got, day by day. */
  readonly issued: readonly number[];
  /** Stock at the end of each day, as booked. */
  readonly onHand: readonly number[];
}

export interface AskedDemand {
  /** Units that customers asked for, day by day. */
  readonly asked: readonly number[];
  /** Those of them that were not served at once. */
  readonly unserved: readonly number[];
}

/** Sums of decimal quantities that differ by rounding only are equal. */
const rounding = 1e-6;

/**
 * What customers asked for, day by day. Issues alone tell what the stock of the time allowed, and every policy that holds little looks good by
 * them; Demand tells how much was asked for. What it holds beyond the issues of a bucket in which the shelf ran empty stands on the first day
 * that ended without stock. Issues beyond the demand of a later bucket are such a rest, served late, and no demand of that bucket.
 */
export function askedDemand({ series, start, bucket, first, issued, onHand }: BookedDays): AskedDemand {
  const asked = [...issued];
  const unserved = issued.map(() => 0);
  let waiting = 0;
  const placeOf = (at: number) => dayOfSerial(bucketStart(at, bucket)) - first;
  for (let at = bucketOf(serialOfDay(first), bucket); placeOf(at) < issued.length; at++) {
    const [from, until] = [placeOf(at), Math.min(placeOf(at + 1), issued.length)];
    const wanted = series[at - start] ?? NaN;
    // Of a bucket that began before the movements did nobody knows what was served.
    if (from < 0 || Number.isNaN(wanted)) continue;
    let beyond = -wanted;
    for (let t = from; t < until; t++) beyond += issued[t];
    if (beyond < -rounding) {
      const empty = onHand.findIndex((units, t) => t >= from && t < until && units <= rounding);
      if (empty < 0) continue;
      asked[empty] -= beyond;
      unserved[empty] = -beyond;
      waiting -= beyond;
    } else {
      let late = Math.min(waiting, beyond);
      waiting -= Math.max(0, late);
      for (let t = from; t < until && late > 0; t++) {
        const taken = Math.min(asked[t], late);
        asked[t] -= taken;
        late -= taken;
      }
    }
  }
  return { asked, unserved };
}
