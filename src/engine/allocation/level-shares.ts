/** One share: `level` times its weight, but no less than `least` and no more than `most`. */
export interface ShareBound {
  readonly weight: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Shares that add up to `amount` at one common level, bounds apart: the lexicographic max-min of share / weight. The amount lies between
 * the sums of the bounds. The sum grows in straight pieces with the level, so the level is found exactly between two of its corners.
 */
export function levelShares(amount: number, bounds: readonly ShareBound[]): number[] {
  const at = (level: number) =>
    bounds.map(({ weight, least, most }) => Math.min(most, Math.max(least, level * weight)));
  const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);
  const weighty = bounds.filter(({ weight }) => weight > 0);
  const corners = [...new Set(weighty.flatMap(({ weight, least, most }) => [least / weight, most / weight]))];
  corners.sort((a, b) => a - b);
  let [below, above] = [0, corners.length - 1];
  if (above < 0 || sum(at(corners[above])) <= amount) return at(Infinity).map((share) => share || 0);
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (sum(at(corners[middle])) <= amount) below = middle;
    else above = middle;
  }
  const [low, high] = [sum(at(corners[below])), sum(at(corners[above]))];
  const part = (amount - low) / (high - low);
  const shares = at(corners[below] + part * (corners[above] - corners[below]));
  return closed(shares, amount, bounds);
}

/** The last bits that rounding of doubles left over, given to the largest share that lies between its bounds. */
function closed(shares: number[], amount: number, bounds: readonly ShareBound[]): number[] {
  let largest = -1;
  shares.forEach((share, i) => {
    const free = share > bounds[i].least && share < bounds[i].most;
    if (free && (largest < 0 || share > shares[largest])) largest = i;
  });
  if (largest >= 0) shares[largest] += amount - shares.reduce((total, share) => total + share, 0);
  return shares;
}
