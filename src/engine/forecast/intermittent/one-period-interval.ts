import { centralInterval } from "../central-interval";
import { demandSizes } from "./recursion";

/**
 * Interval of one period's demand that holds at least `level`: zero with probability 1 - p, else one of the sizes seen, each as
 * likely. p is such that the mean is the forecast rate; where the rate is above the mean size, demand comes in every period and the
 * sizes are stretched to it.
 */
export function onePeriodInterval(demand: Float64Array, rate: number, level: number): [number, number] {
  const sizes = demandSizes(demand).sort();
  if (sizes.length === 0 || rate === 0) return [0, 0];
  const mean = sizes.reduce((sum, size) => sum + size / sizes.length, 0);
  const probability = Math.min(1, rate / mean);
  const stretch = Math.max(1, rate / mean);
  const quantile = (share: number): number => {
    const above = share - (1 - probability);
    if (above <= 0) return 0;
    const place = Math.ceil((above / probability) * sizes.length * (1 - 4 * Number.EPSILON));
    return stretch * sizes[Math.min(sizes.length, Math.max(1, place)) - 1];
  };
  return centralInterval(quantile, level);
}
