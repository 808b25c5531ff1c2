import { invalidInput } from "../errors";

/** Decimals of a quantity that count; what is finer is rounded. */
const finest = 9;
const largestWhole = 2 ** 53;

export interface CountedQuantities {
  /** Whole numbers of steps, one for each quantity, sign kept. */
  readonly steps: Float64Array;
  /** Steps in one unit: a power of ten. */
  readonly perUnit: number;
}

/**
 * Quantities as whole numbers of the smallest step that they have in common (0.1, 0.001, ...), up to 9 decimals: stock of 0.1 + 0.2
 * less 0.3 is then nothing, not 5.6e-17.
 */
export function countInSteps(quantities: readonly number[]): CountedQuantities {
  let total = 0;
  let decimals = 0;
  for (const quantity of quantities) {
    total += Math.abs(quantity);
    while (decimals < finest && !isWhole(quantity, 10 ** decimals)) decimals++;
  }
  if (!(total < largestWhole)) {
    throw invalidInput("qty", "must add up to less than 9e15 units, in and out", total);
  }
  while (decimals > 0 && total * 10 ** decimals >= largestWhole) decimals--;
  const perUnit = 10 ** decimals;
  return { steps: Float64Array.from(quantities, (quantity) => Math.round(quantity * perUnit)), perUnit };
}

/** The division gives back the very double that was typed only where it has no more decimals. */
const isWhole = (quantity: number, perUnit: number): boolean =>
  Number.isInteger(quantity) || Math.round(quantity * perUnit) / perUnit === quantity;
