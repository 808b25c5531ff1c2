import { Mix, type ServiceItem, type ServicePlan } from "./optimise";

/** Overall fill rate beyond which nobody plans. */
const highest = 0.9995;
const farthestStep = 200;

/**
 * The frontier between money in safety stock and overall fill rate, each point the cheapest mix for its fill rate: from no safety stock (or
 * the floors) on, in equal steps of the logarithm of the price at which a unit of fill rate is bought. No equation is solved: a price is a
 * point. Empty where no item has anything to decide.
 * Source: Everett (1963): every multiplier gives an optimum; exchange curves: Silver, Pyke and Thomas (2017), section 6.11.
 * @param of what is kept of a point; the mix itself is large
 */
export function serviceFrontier<T>(
  items: readonly ServiceItem[],
  points: number,
  of: (plan: ServicePlan) => T,
): T[] {
  const mix = new Mix(items);
  const first = mix.firstLogPrice;
  if (!Number.isFinite(first)) return [];
  let last = first + 1;
  while (mix.at(Math.exp(-last)).fillRate < highest && last < first + farthestStep) last += 1;
  return Array.from({ length: points }, (_, i) => {
    const gain = Math.exp(-(first + ((last - first) * i) / Math.max(1, points - 1)));
    return of({ ...mix.at(gain), marginalFillRate: gain });
  });
}
