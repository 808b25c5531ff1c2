import { newtonRoot } from "../math/newton-root";
import { normalLoss, normalUpperTail } from "../math/normal";

/** Safety factors beyond this change nothing in double precision. */
const farOut = 38;
/** phi(0), rounded up. */
const densityAtMean = 0.39894229;

export interface FillRateForm {
  /** The textbook's one-tail form, which counts shortages of earlier cycles again. */
  readonly oneSided?: boolean;
  /** Customers who find nothing are lost instead of waiting. */
  readonly lostSales?: boolean;
  /** Standard deviation over the lead time alone, where a review comes on top of it; as `sd` where there is none. */
  readonly sdBefore?: number;
}

/**
 * Share of units delivered from stock with normal demand. Of a lot of Q units, those are short that are owed just before the next arrival
 * less those still owed just after the last one: P2 = 1 - [sigma G(k) - sigma_L G((SS + Q) / sigma_L)] / Q, k = SS / sigma.
 * - (r, Q) under continuous review: sigma = sigma_L is over the lead time, and the form is exact.
 * - (R, S): sigma is over lead time plus review, sigma_L over the lead time, Q the demand of a review interval.
 * - Lost sales: nothing is owed after an arrival, and lost units are not part of the lot: (1 - P2) / P2 = sigma G(k) / Q.
 * Source: Silver, Pyke and Thomas (2017), sections 6.7.6 and 6.8 and appendix to ch. 6; exact form: Hadley and Whitin (1963), section 4-9.
 * @param sd standard deviation of demand over the protection time, units
 */
export function fillRate(safetyStock: number, lot: number, sd: number, form: FillRateForm = {}): number {
  const short = shortagePerLot(safetyStock, lot, sd, form);
  return form.lostSales ? lot / (lot + short) : 1 - short / lot;
}

function shortagePerLot(
  safetyStock: number,
  lot: number,
  sd: number,
  { oneSided = false, lostSales = false, sdBefore = sd }: FillRateForm,
): number {
  const owed = loss(safetyStock, sd);
  return oneSided || lostSales ? owed : owed - loss(safetyStock + lot, sdBefore);
}

function loss(above: number, sd: number): number {
  return sd === 0 ? Math.max(0, -above) : sd * normalLoss(above / sd);
}

/**
 * Smallest safety stock of at least 0 that meets a unit fill rate.
 * @param target fill rate, strictly between 0 and 1
 * @param lot order quantity, units, above 0
 */
export function safetyStockForFillRate(
  target: number,
  lot: number,
  sd: number,
  form: FillRateForm = {},
): number {
  if (fillRate(0, lot, sd, form) >= target) return 0;
  const allowed = ((1 - target) * lot) / (form.lostSales ? target : 1);
  // Solved in logarithms so that targets such as 99.9999 % keep their digits; Newton's method takes some five turns.
  const excess = (z: number) => {
    const short = shortagePerLot(z * sd, lot, sd, form);
    const still = form.oneSided || form.lostSales ? 0 : tailAbove(z * sd + lot, form.sdBefore ?? sd);
    return { value: Math.log(short / allowed), slope: (-sd * (normalUpperTail(z) - still)) / short };
  };
  // G(k) is below phi(0) exp(-k^2 / 2), which bounds the root.
  const beyond = Math.sqrt(2 * Math.max(0, Math.log((densityAtMean * sd) / allowed))) + 1e-6;
  const high = Math.min(farOut, beyond);
  return newtonRoot(excess, 0, high, startAbove(allowed / sd, high)) * sd;
}

function tailAbove(above: number, sd: number): number {
  return sd === 0 ? (above < 0 ? 1 : 0) : normalUpperTail(above / sd);
}

/** Safety factor with G(k) = loss, right to about 1e-3. Source: Silver, Pyke and Thomas (2017), appendix II, rational approximation. */
function startAbove(loss: number, high: number): number {
  const z = Math.sqrt(Math.log(25 / (loss * loss)));
  const top = -5.3925569 + z * (5.6211054 + z * (-3.883683 + z * 1.0897299));
  const bottom = 1 + z * (-0.72496485 + z * (0.507326622 + z * (0.0669136868 - z * 0.00329129114)));
  return Math.min(high, Math.max(0, top / bottom));
}
