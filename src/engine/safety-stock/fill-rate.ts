import { findRoot } from "../math/find-root";
import { normalLoss } from "../math/normal";

/** Safety factors beyond this change nothing in double precision. */
const farOut = 38;

/**
 * Share of units delivered from stock under (r, Q) control with normal lead-time demand and backorders:
 * P2 = 1 - sigma [G(k) - G(k + Q / sigma)] / Q, k = safety stock / sigma. The second term takes out shortages of earlier
 * cycles; without it (`oneSided`) small lots are judged too badly.
 * Source: Silver, Pyke and Thomas (2017), section 6.7.6 and appendix to ch. 6; exact form: Hadley and Whitin (1963), section 4-9.
 * @param sd standard deviation of demand over the lead time, units
 */
export function fillRate(safetyStock: number, lot: number, sd: number, oneSided = false): number {
  if (sd === 0) return safetyStock >= 0 ? 1 : Math.max(0, 1 + safetyStock / lot);
  return 1 - (sd * shortagePerCycle(safetyStock / sd, lot / sd, oneSided)) / lot;
}

function shortagePerCycle(k: number, lotInSds: number, oneSided: boolean): number {
  return normalLoss(k) - (oneSided ? 0 : normalLoss(k + lotInSds));
}

/**
 * Smallest safety stock of at least 0 that meets a unit fill rate.
 * @param target fill rate, strictly between 0 and 1
 * @param lot order quantity, units, above 0
 */
export function safetyStockForFillRate(target: number, lot: number, sd: number, oneSided = false): number {
  if (fillRate(0, lot, sd, oneSided) >= target) return 0;
  const allowed = ((1 - target) * lot) / sd;
  const lotInSds = lot / sd;
  // Solved in logarithms so that targets such as 99.9999 % keep their digits.
  const k = findRoot((z) => Math.log(shortagePerCycle(z, lotInSds, oneSided) / allowed), 0, farOut);
  return k * sd;
}
