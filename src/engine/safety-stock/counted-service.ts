/** Demand over a span as chances of 0, 1, 2, ... times a unit. */
export interface CountedSpan {
  readonly unit: number;
  readonly probabilities: Float64Array;
}

export interface CountedProblem {
  /** Demand over the lead time alone, and over lead time plus review. */
  readonly leadTime: CountedSpan;
  readonly protection: CountedSpan;
  /** Units; rounded to whole units of the demand, at least one of them. */
  readonly lot: number;
}

/** What reorder points achieve where demand is counted rather than normal. */
export interface CountedService {
  readonly cycleServiceLevel: (reorderPoint: number) => number;
  readonly fillRate: (reorderPoint: number) => number;
  /** Smallest reorder points, at least 0, that meet a target. */
  readonly forCycleService: (target: number) => number;
  readonly forFillRate: (target: number) => number;
  /** Smallest reorder point, at least 0, above which a unit more in stock would save fewer units short in a review than this. */
  readonly forReturn: (least: number) => number;
}

/** A probability met up to the rounding of sums is met. */
const met = 1e-12;

/**
 * Service of a reorder point under (R, s, nQ) control with demand of any shape. After a review the position is uniform over the lot above
 * the reorder point, and what falls short between two arrivals is the shortage of lead time plus review less that of the lead time:
 * P2 = 1 - sum over the lot of [n(L + R) - n(L)] / (Q x mean demand of R). A customer who takes many units at once empties the shelf and
 * goes on taking: that is counted, other than in the formula for units demanded one by one.
 * Source: Zipkin (2000), section 6.6 (compound demand); Silver, Pyke and Thomas (2017), section 6.8, for the difference of the losses;
 * for stock where its last unit saves the same: Sherbrooke (2004), section 2.7 (marginal analysis).
 */
export function countedService({ leadTime, protection, lot }: CountedProblem): CountedService {
  const { unit } = protection;
  const size = Math.max(1, Math.round(lot / unit));
  const length = Math.max(protection.probabilities.length, leadTime.probabilities.length);
  const longer = losses(protection.probabilities, length);
  const shorter = losses(leadTime.probabilities, length);
  const between = longer[0] - shorter[0];
  // Losses summed from the far end, so that the mean over a lot is one difference.
  const summed = new Float64Array(length + 1);
  for (let k = length - 1; k >= 0; k--) summed[k] = summed[k + 1] + longer[k] - shorter[k];
  const from = (k: number) => (k >= length ? 0 : k >= 0 ? summed[k] : summed[0] - k * between);
  const fillAt = (k: number) =>
    between <= 0 ? 1 : Math.max(0, 1 - (from(k + 1) - from(k + 1 + size)) / (size * between));
  const cumulative = new Float64Array(protection.probabilities.length);
  protection.probabilities.reduce((sum, chance, k) => (cumulative[k] = sum + chance), 0);
  const stocked = new Float64Array(length + 1);
  for (let k = 0; k < length; k++)
    stocked[k + 1] = stocked[k] + (cumulative[Math.min(k, cumulative.length - 1)] ?? 1);
  const chancesUpTo = (k: number) =>
    k < 0 ? 0 : k < length ? stocked[k + 1] : stocked[length] + k + 1 - length;
  const savedAt = (k: number) => from(k + 1) - from(k + 2) - from(k + 1 + size) + from(k + 2 + size);
  // Stock left before the next arrival grows by the chances that positions suffice.
  const addedAt = (k: number) => chancesUpTo(k + size) - chancesUpTo(k);
  const cdfAt = (k: number) => (k < 0 ? 0 : cumulative[Math.min(k, cumulative.length - 1)]);
  const cell = (units: number) => Math.floor(units / unit + 1e-9);
  const smallest = (meets: (k: number) => boolean) => {
    let low = -1;
    let high = length;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (meets(middle)) high = middle;
      else low = middle;
    }
    return high * unit;
  };
  return {
    cycleServiceLevel: (reorderPoint) => Math.min(1, cdfAt(cell(reorderPoint))),
    fillRate: (reorderPoint) => Math.min(1, fillAt(cell(reorderPoint))),
    forCycleService: (target) => smallest((k) => cdfAt(k) >= target - met),
    forFillRate: (target) => smallest((k) => fillAt(k) >= target - met),
    forReturn: (least) => smallest((k) => savedAt(k) <= least * addedAt(k)),
  };
}

/** n(k) = E[(X - k)+] for k = 0, 1, ..., by n(k) = n(k + 1) + P(X > k). */
function losses(probabilities: Float64Array, length: number): Float64Array {
  const n = new Float64Array(length);
  let above = 0;
  for (let k = length - 2; k >= 0; k--) {
    above += probabilities[k + 1] ?? 0;
    n[k] = n[k + 1] + above;
  }
  return n;
}
