/** Cells that the largest size may span; finer sizes are put on a grid of that many. */
const cells = 256;

/**
 * The largest unit of which all sizes are whole multiples: 1 for single pieces, 12 for dozens, 0.5 for half litres. Sizes without one
 * that is coarse enough get a grid instead, a 256th of the largest.
 * @param sizes above 0, at least one
 */
export function latticeUnit(sizes: readonly number[]): number {
  const largest = Math.max(...sizes);
  const noise = 1e-7 * largest;
  let unit = 0;
  for (const size of sizes) {
    let [a, b] = [unit, size];
    while (b > noise) [a, b] = [b, nearlyWhole(a, b) ? 0 : a % b];
    unit = a;
    if (unit < largest / cells) return largest / cells;
  }
  // The exact unit divides the largest size; rounding of the remainders is taken out.
  return largest / Math.round(largest / unit);
}

/** Whether a is a multiple of b but for rounding: a % b would then be nearly b, or nearly nothing. */
function nearlyWhole(a: number, b: number): boolean {
  const ratio = a / b;
  return Math.abs(ratio - Math.round(ratio)) < 1e-6;
}

/** Shares of the two multiples of the unit beside a size, such that its mean stays. */
export function onLattice(size: number, unit: number): { readonly cell: number; readonly above: number } {
  const place = size / unit;
  const nearest = Math.round(place);
  if (Math.abs(place - nearest) < 1e-6) return { cell: nearest, above: 0 };
  return { cell: Math.floor(place), above: place - Math.floor(place) };
}
