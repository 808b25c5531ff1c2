/** Stock that is sold evenly within each period. */
export interface RunOut {
  readonly onHand: number;
  /** Units of each period. */
  readonly sales: readonly number[];
  /** First day of each period, and of the one after the last, Excel serials. */
  readonly starts: readonly number[];
}

/** Units left at the start of a day; what lies beyond the last period is as at its end. */
export function leftOn(day: number, { onHand, sales, starts }: RunOut): number {
  let left = onHand;
  for (let period = 0; period < sales.length && starts[period] < day; period++) {
    const days = starts[period + 1] - starts[period];
    left -= sales[period] * Math.min(1, (day - starts[period]) / days);
  }
  // Parts of a period do not always cancel to 0.
  return left < 1e-9 * Math.max(1, onHand) ? 0 : left;
}

/** Day on which the last unit goes; undefined where stock outlasts the periods. */
export function runOutDay({ onHand, sales, starts }: RunOut): number | undefined {
  if (onHand <= 0) return starts[0];
  let left = onHand;
  for (let period = 0; period < sales.length; period++) {
    const sold = sales[period];
    if (sold > 0 && left <= sold * (1 + 1e-12))
      return starts[period] + (left / sold) * (starts[period + 1] - starts[period]);
    left -= sold;
  }
  return undefined;
}

/** Units asked for between two days, evenly within each period. */
export function demandBetween(
  from: number,
  to: number,
  { sales, starts }: Pick<RunOut, "sales" | "starts">,
): number {
  let units = 0;
  for (let period = 0; period < sales.length; period++) {
    const [first, after] = [starts[period], starts[period + 1]];
    const days = Math.min(to, after) - Math.max(from, first);
    if (days > 0) units += (sales[period] * days) / (after - first);
  }
  return units;
}
