import { dayOfSerial } from "../../engine/calendar";
import { minus, plus, zero, type DoubleDouble } from "../../engine/math/double-double";
import { sumToTheCent, toTheCent, type StockMove } from "../../engine/valuation";
import type { ItemMovements } from "./read-movements";

/** Money to the cent. */
export interface PlaceValue {
  readonly location: string;
  readonly quantity: number;
  readonly vendorQuantity: number;
  readonly short: number;
  readonly unpriced: number;
  readonly value: number;
  readonly opening: number;
  readonly received: number;
  readonly transferred: number;
  readonly toSupplier: number;
  readonly costOfSales: number;
  /** What rounding the others to the cent leaves. */
  readonly rounding: number;
  readonly variance: number;
  readonly purchaseVariance: number;
  readonly revaluation: number;
  readonly issued12: number;
  readonly issued3: number;
  /** Null where the movements do not reach back two years. */
  readonly issuedBefore: number | null;
  readonly lastReceipt: number | null;
  readonly lastIssue: number | null;
}

/** What adds up at one place, exactly. */
export interface PlaceSums {
  steps: number;
  value: DoubleDouble;
  opening: DoubleDouble;
  received: DoubleDouble;
  transferred: DoubleDouble;
  toSupplier: DoubleDouble;
  costOfSales: DoubleDouble;
  revaluation: DoubleDouble;
  purchaseVariance: DoubleDouble;
  short: number;
  unpriced: number;
  vendorQuantity: number;
  issued12: number;
  issued3: number;
  issuedBefore: number;
  lastReceipt: number | null;
  lastIssue: number | null;
}

export const emptySums = (): PlaceSums => ({
  steps: 0,
  value: zero,
  opening: zero,
  received: zero,
  transferred: zero,
  toSupplier: zero,
  costOfSales: zero,
  revaluation: zero,
  purchaseVariance: zero,
  short: 0,
  unpriced: 0,
  vendorQuantity: 0,
  issued12: 0,
  issued3: 0,
  issuedBefore: 0,
  lastReceipt: null,
  lastIssue: null,
});

export function addMove(sums: PlaceSums, { kind, steps, amount }: StockMove, ofMonth: boolean): void {
  sums.steps += steps;
  sums.value = plus(sums.value, amount);
  if (!ofMonth) sums.opening = plus(sums.opening, amount);
  else if (kind === "receipt" || kind === "invoice") sums.received = plus(sums.received, amount);
  else if (kind === "transfer") sums.transferred = plus(sums.transferred, amount);
  else if (kind === "supplier") sums.toSupplier = minus(sums.toSupplier, amount);
  else if (kind === "revaluation") sums.revaluation = plus(sums.revaluation, amount);
}

/** Vendor-owned units, units issued, and the days of the last receipt and issue: from the rows themselves. */
export function activity(
  { movements, cutOff }: { readonly movements: ItemMovements; readonly cutOff: number },
  sumsAt: (place: string) => PlaceSums,
): void {
  const lastDay = dayOfSerial(cutOff);
  const { dates, places, quantities, kinds, vendor } = movements;
  dates.forEach((date, i) => {
    const sums = sumsAt(places[i]);
    const quantity = quantities[i];
    if (vendor[i]) {
      sums.vendorQuantity += quantity;
      return;
    }
    const kind = kinds[i];
    if (quantity > 0 && (kind === "receipt" || kind === "opening"))
      sums.lastReceipt = Math.max(sums.lastReceipt ?? -Infinity, date);
    // A warehouse that only feeds others issues by transfer.
    if (quantity < 0 && (kind === "issue" || kind === "transfer"))
      sums.lastIssue = Math.max(sums.lastIssue ?? -Infinity, date);
    const used = (kind === "issue" && quantity < 0) || kind === "return";
    if (!used) return;
    const age = lastDay - dayOfSerial(date);
    if (age < 91) sums.issued3 -= quantity;
    if (age < 365) sums.issued12 -= quantity;
    else if (age < 730) sums.issuedBefore -= quantity;
  });
}

export function placeValue(
  location: string,
  sums: PlaceSums,
  perUnit: number,
  transferred: number,
  reachesBack: boolean,
  [carriedNow, carriedBefore]: readonly [DoubleDouble, DoubleDouble],
): PlaceValue {
  const value = toTheCent(plus(sums.value, carriedNow));
  const opening = toTheCent(plus(sums.opening, carriedBefore));
  const received = toTheCent(sums.received);
  const toSupplier = toTheCent(sums.toSupplier);
  const revaluation = toTheCent(sums.revaluation);
  // Variance of the month is cost of sales, but for what stock carries more than when the month began.
  const costOfSales = toTheCent(minus(sums.costOfSales, minus(carriedNow, carriedBefore)));
  const moved = sumToTheCent([opening, received, transferred, revaluation, -toSupplier, -costOfSales]);
  return {
    location,
    quantity: sums.steps / perUnit,
    vendorQuantity: rounded(sums.vendorQuantity),
    short: sums.short / perUnit,
    unpriced: sums.unpriced / perUnit,
    value,
    opening,
    received,
    transferred,
    toSupplier,
    costOfSales,
    rounding: sumToTheCent([value, -moved]),
    variance: toTheCent(carriedNow),
    purchaseVariance: toTheCent(sums.purchaseVariance),
    revaluation,
    issued12: rounded(sums.issued12),
    issued3: rounded(sums.issued3),
    issuedBefore: reachesBack ? rounded(sums.issuedBefore) : null,
    lastReceipt: sums.lastReceipt,
    lastIssue: sums.lastIssue,
  };
}

/** Sums of decimal units, without the last digits that doubles leave. */
const rounded = (units: number): number => Math.round(units * 1e9) / 1e9;
