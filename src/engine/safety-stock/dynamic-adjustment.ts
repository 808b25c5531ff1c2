/**
 * The next safety stock of an item: the current one while the proposal is within the dead-band around it, else the proposal, but no
 * further away than the cap. Without a current one, the proposal.
 * @param deadBand and cap, shares of the current safety stock
 */
export function adjustedSafetyStock(
  current: number,
  proposed: number,
  deadBand: number,
  cap: number,
): number {
  if (current === 0) return proposed;
  const change = proposed - current;
  // A change of exactly the dead-band, up to rounding, stays inside.
  if (Math.abs(change) <= deadBand * current * (1 + 1e-12)) return current;
  const most = cap * current;
  return current + Math.min(most, Math.max(-most, change));
}
