/** Periods in which the supplier takes no order, first and last, counted as the demand is. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

/**
 * Lead times as they become when the supplier is down at times: an order placed meanwhile waits for the end of the outage and is then on
 * its way as if placed in the first period after it. Orders under way are not touched.
 */
export function withOutages(
  leadTime: (period: number) => number,
  outages: readonly Outage[],
): (period: number) => number {
  if (outages.length === 0) return leadTime;
  const sorted = [...outages].sort((a, b) => a.from - b.from);
  return (period) => {
    let placed = period;
    for (const { from, until } of sorted) if (placed >= from && placed <= until) placed = until + 1;
    return placed - period + leadTime(period);
  };
}
