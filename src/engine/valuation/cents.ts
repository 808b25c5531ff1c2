import { nearest, plus, times, zero, type DoubleDouble } from "../math/double-double";

/**
 * Whole cents of an amount, half a cent away from zero. An amount that decimals would put at half a cent may lie a hair below it in
 * doubles; a few units of the last digit are given to it.
 */
export function inCents(amount: DoubleDouble | number): number {
  const cents = nearest(
    typeof amount === "number" ? times({ high: amount, low: 0 }, 100) : times(amount, 100),
  );
  const size = Math.floor(Math.abs(cents) * (1 + 4 * Number.EPSILON) + 0.5);
  return cents < 0 && size > 0 ? -size : size;
}

/** Money to the cent. */
export const toTheCent = (amount: DoubleDouble | number): number => inCents(amount) / 100;

/** Money of whole cents, added up as whole cents, so that columns of it tie. */
export function sumToTheCent(amounts: Iterable<number>): number {
  let cents = 0;
  for (const amount of amounts) cents += Math.round(amount * 100);
  return cents / 100;
}

/** Parts to the cent that add up to their sum to the cent: each is what the running total rounds to, less what it did before. */
export function partsToTheCent(amounts: readonly DoubleDouble[]): readonly number[] {
  let total = zero;
  let before = 0;
  return amounts.map((amount) => {
    total = plus(total, amount);
    const cents = inCents(total);
    const part = (cents - before) / 100;
    before = cents;
    return part;
  });
}
