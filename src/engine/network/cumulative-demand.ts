import type { Network } from "./network";
import type { Stress } from "./stress";

/** All that was ever asked of each site, by period; between two periods in proportion. */
export interface CumulativeDemand {
  /** Units asked of a site up to a moment; 0 before the first period. */
  readonly at: (site: number, moment: number) => number;
  /** The latest moment, `latest` at most, up to which so many units cover all that was asked. */
  readonly momentOf: (site: number, units: number, latest: number) => number;
}

interface Outside {
  /** What customers outside ask of each site, by period. */
  readonly demand: readonly Float64Array[];
  /** Periods before stresses count. */
  readonly warmUp: number;
  readonly stresses: readonly Stress[];
}

/** Demand outside, passed on to all suppliers at once; period 0 is the first with demand. */
export function cumulativeDemand(
  { sites, customers, order }: Network,
  { demand, warmUp, stresses }: Outside,
): CumulativeDemand {
  const total = demand[0].length;
  const sums = sites.map(() => new Float64Array(total));
  for (let t = 0; t < total; t++) {
    for (let k = order.length - 1; k >= 0; k--) {
      const i = order[k];
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
      let units = demand[i][t] * factor;
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
