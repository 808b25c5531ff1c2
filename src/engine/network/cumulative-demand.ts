import { gammaDraws } from "../math/gamma-draws";
import { normalDraws } from "../math/random";
import type { Network } from "./network";
import type { Stress } from "./stress";

/** All that was ever asked of each site, by period; between two periods in proportion. */
export interface CumulativeDemand {
  /** Units asked of a site up to a moment; 0 before the first period. */
  readonly at: (site: number, moment: number) => number;
  /** The latest moment, `latest` at most, up to which so many units cover all that was asked. */
  readonly momentOf: (site: number, units: number, latest: number) => number;
}

interface Span {
  readonly total: number;
  /** Periods before stresses count. */
  readonly warmUp: number;
  readonly seed: number;
  readonly stresses: readonly Stress[];
}

/** Spread over mean from which a normal would so often fall below 0 that cutting it off there would change its mean. */
const wide = 0.3;

/**
 * Demand outside, passed on to all suppliers at once; period 0 is the first with demand. Normal where the spread is small against the mean,
 * else gamma, which has the same mean and spread and is never negative (Burgin 1975).
 */
export function cumulativeDemand(
  { sites, customers, order }: Network,
  means: readonly number[],
  { total, warmUp, seed, stresses }: Span,
): CumulativeDemand {
  const normal = normalDraws(seed);
  const gamma = gammaDraws(seed + 1);
  const drawn = (mean: number, sd: number): number => {
    if (mean <= 0) return 0;
    if (sd === 0) return mean;
    return sd > wide * mean ? gamma((mean / sd) ** 2, sd ** 2 / mean) : Math.max(0, mean + sd * normal());
  };
  const sums = sites.map(() => new Float64Array(total));
  for (let t = 0; t < total; t++) {
    for (let k = order.length - 1; k >= 0; k--) {
      const i = order[k];
      const { demandSd } = sites[i];
      const factor = stresses.reduce(
        (product, stress) =>
          stress.kind === "demand" &&
          stress.site === i &&
          t - warmUp >= stress.first &&
          t - warmUp <= stress.last
            ? product * stress.factor
            : product,
        1,
      );
      let units = drawn(means[i], demandSd) * factor;
      for (const j of customers[i]) units += sums[j][t] - (t > 0 ? sums[j][t - 1] : 0);
      sums[i][t] = (t > 0 ? sums[i][t - 1] : 0) + units;
    }
  }
  const at = (site: number, moment: number): number => {
    if (moment < 0) return moment <= -1 ? 0 : (moment + 1) * sums[site][0];
    const period = Math.min(total - 1, Math.floor(moment));
    const rest = moment - period;
    const before = sums[site][period];
    return rest > 0 && period + 1 < total ? before + rest * (sums[site][period + 1] - before) : before;
  };
  const momentOf = (site: number, units: number, latest: number): number => {
    if (at(site, latest) <= units) return latest;
    const own = sums[site];
    let [low, high] = [-1, Math.floor(latest)];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (own[middle] <= units) low = middle;
      else high = middle;
    }
    const [below, above] = [low < 0 ? 0 : own[low], own[high]];
    return above > below ? low + Math.max(0, units - below) / (above - below) : low;
  };
  return { at, momentOf };
}
