import { invalidInput } from "../errors";

/**
 * Economic production quantity: stock builds up at the production rate less demand, so the peak is Q (1 - D / P).
 * Source: Taft (1918); Silver, Pyke and Thomas (2017), section 4.8.
 * @param rate P, units per year that can be made, above demand
 * @returns units per run and yearly cost of set-ups and carrying
 */
export function productionQuantity(
  demand: number,
  orderCost: number,
  holdingCost: number,
  rate: number,
): { readonly quantity: number; readonly cost: number } {
  if (rate <= demand) throw invalidInput("productionRate", `must be above demand (${demand})`, rate);
  const effective = holdingCost * (1 - demand / rate);
  return {
    quantity: Math.sqrt((2 * orderCost * demand) / effective),
    cost: Math.sqrt(2 * orderCost * demand * effective),
  };
}
