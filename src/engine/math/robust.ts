import { mean, median } from "simple-statistics";

/** Makes the median absolute deviation of normal values equal their standard deviation: 1 / z(0.75). */
const madToSigma = 1.482602218505602;
/** The same for the mean absolute deviation: sqrt(pi / 2). */
const meanDeviationToSigma = Math.sqrt(Math.PI / 2);

/** Median absolute deviation from the median, as a standard deviation of normal values. */
export function madScale(values: readonly number[]): number {
  const centre = median([...values]);
  return madToSigma * median(values.map((value) => Math.abs(value - centre)));
}

/**
 * A standard deviation that outliers hardly move: of the median absolute deviation, or, where more than half of the values are alike
 * and that is 0, of the mean absolute deviation from the median.
 * Source: Iglewicz and Hoaglin (1993), section 3.
 */
export function robustScale(values: readonly number[]): number {
  const scale = madScale(values);
  if (scale > 0) return scale;
  const centre = median([...values]);
  return meanDeviationToSigma * mean(values.map((value) => Math.abs(value - centre)));
}

/** Quantile of sorted values, straight lines between order statistics: definition 7 of Hyndman and Fan (1996), Excel's PERCENTILE.INC. */
export function quantileOfSorted(sorted: readonly number[], probability: number): number {
  const at = (sorted.length - 1) * probability;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
