/**
 * Interval that holds `level` of the outcomes: as much outside on either side, or, where nothing can lie below, all of it above. Demand that
 * stays away in more periods than half of what may lie outside has a lower limit of 0 and an upper one exceeded with 1 - level.
 */
export function centralInterval(
  quantile: (probability: number) => number,
  level: number,
): [low: number, high: number] {
  const low = quantile((1 - level) / 2);
  return [low, quantile(low <= 0 ? level : (1 + level) / 2)];
}
