/**
 * Smoothing of demand summed into buckets of `length` periods, aligned to the end so that the last bucket is whole; periods at the start
 * that fill no bucket are left out. Starts at the first bucket; the forecast of a period is that of a bucket over its length.
 */
export function smoothBuckets(
  demand: Float64Array,
  length: number,
  alpha: number,
): { readonly rate: number; readonly fitted: Float64Array } {
  const fitted = new Float64Array(demand.length).fill(NaN);
  let level = NaN;
  for (let start = demand.length % length; start < demand.length; start += length) {
    let sum = 0;
    for (let t = start; t < start + length; t++) {
      fitted[t] = level / length;
      sum += demand[t];
    }
    level = Number.isNaN(level) ? sum : level + alpha * (sum - level);
  }
  return { rate: level / length, fitted };
}

/** Nearest whole number, a half to the even one, as IEEE arithmetic, R and Python round. */
export function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
