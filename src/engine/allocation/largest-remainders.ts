/**
 * Whole numbers that add up to the whole `amount`, each the share rounded down or up: those with the largest remainders are rounded up
 * (Hamilton's method), the earliest among equals. No share that is larger ends up smaller.
 */
export function largestRemainders(amount: number, shares: readonly number[]): number[] {
  // A share a hair below a whole number is that number: it came out of divisions.
  const rounded = shares.map((share) => Math.floor(share + 1e-9));
  const missing = Math.round(amount - rounded.reduce((sum, units) => sum + units, 0));
  const order = shares
    .map((share, i) => ({ i, remainder: Math.round((share - rounded[i]) * 1e9) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, missing)) rounded[i]++;
  return rounded;
}
