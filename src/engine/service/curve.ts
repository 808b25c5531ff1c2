import { normalCdf } from "../math/normal";
import { fillRate } from "../safety-stock";

export interface ServicePoint {
  readonly cycleServiceLevel: number;
  readonly fillRate: number;
  /** Units. */
  readonly safetyStock: number;
  /** Money. */
  readonly value: number;
}

/** Safety factor of the last point: a cycle service level of 99.9 %. */
const largestFactor = 3.0902323061678132;

/**
 * What safety stock buys: from none (k = 0) to a cycle service level of 99.9 %, in equal steps of stock, each point with both measures.
 * Source: Silver, Pyke and Thomas (2017), section 6.11 (exchange curves), with the exact fill rate.
 * @param sd standard deviation of demand over the protection time, units
 * @param lot order quantity, units, above 0
 */
export function serviceCurve(sd: number, lot: number, unitCost: number, points: number): ServicePoint[] {
  return Array.from({ length: points }, (_, i) => {
    const k = points === 1 ? 0 : (largestFactor * i) / (points - 1);
    const safetyStock = k * sd;
    return {
      cycleServiceLevel: sd === 0 ? 1 : normalCdf(k),
      fillRate: fillRate(safetyStock, lot, sd),
      safetyStock,
      value: safetyStock * unitCost,
    };
  });
}
