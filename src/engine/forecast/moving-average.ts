import { insufficientData } from "../errors";
import { observed, type Series } from "../demand";

/**
 * Moving average of the last n observations, flat over the horizon. Missing ones are left out.
 * Source: Silver, Pyke and Thomas (2017), section 3.4.1.
 * @param weights oldest to newest, one for each of the n, of positive sum; they are scaled to sum to 1
 */
export function movingAverageForecast(
  series: Series,
  n: number,
  horizon: number,
  weights: readonly number[] = new Array<number>(n).fill(1),
): number[] {
  const values = observed(series);
  if (values.length < n)
    throw insufficientData("demand", `must hold at least n = ${n} observations`, values.length);
  const last = values.slice(-n);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const average = last.reduce((sum, value, i) => sum + weights[i] * value, 0) / total;
  return new Array<number>(horizon).fill(average);
}
