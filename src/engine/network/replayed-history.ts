import { gammaDraws } from "../math/gamma-draws";
import { uniformDraws } from "../math/random";
import type { DemandHistory } from "./empirical-bound";
import type { Network } from "./network";

export interface DemandSpan {
  readonly periods: number;
  readonly seed: number;
}

/**
 * The history played again from a period drawn at random, its first bucket after its last (the circular bootstrap of Politis and Romano
 * 1992, with the whole history as its block): sums over buckets in a row are those that were observed, and sites stay in step. Inside a
 * bucket demand falls to periods as independent gamma periods of its mean and spread would, given their sum; so stock for less than a bucket goes
 * by the square root of time. A bucket in which more came back than was asked for counts as none.
 */
export function replayedHistory(
  { sites }: Network,
  means: readonly number[],
  { histories, bucketTime }: DemandHistory,
  { periods, seed }: DemandSpan,
): Float64Array[] {
  const length = histories.reduce((most, history) => Math.max(most, history.length), 0);
  const start = Math.floor(uniformDraws(seed)() * length * bucketTime);
  const gamma = gammaDraws(seed + 1);
  const uniform = uniformDraws(seed + 2);
  return sites.map(({ demandSd }, i) => {
    const demand = new Float64Array(periods);
    const history = histories[i];
    if (history.length === 0) return demand;
    const shape = (means[i] / demandSd) ** 2;
    for (let bucket = Math.floor(start / bucketTime); bucket * bucketTime < start + periods; bucket++) {
      // Shorter histories end with the same bucket.
      const units = Math.max(0, history[(bucket % length) - length + history.length] ?? 0);
      const [from, to] = [bucket * bucketTime, (bucket + 1) * bucketTime];
      const first = Math.floor(from);
      const spans = Array.from(
        { length: Math.ceil(to) - first },
        (_, k) => Math.min(to, first + k + 1) - Math.max(from, first + k),
      );
      const parts = demandSd > 0 ? spans.map((span) => gamma(shape * span, 1)) : spans;
      const whole = parts.reduce((sum, part) => sum + part, 0);
      // So uneven that no part can be told from nothing: then all falls to one moment.
      const only = whole > 0 ? -1 : Math.floor(from + uniform() * bucketTime) - first;
      parts.forEach((part, k) => {
        const at = first + k - start;
        if (at >= 0 && at < periods)
          demand[at] += whole > 0 ? (units * part) / whole : k === only ? units : 0;
      });
    }
    return demand;
  });
}
