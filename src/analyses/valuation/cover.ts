/** Months that exposure looks ahead: four quarters, and the twelve months of cover after the last. */
export const monthsAhead = 24;

/** Months that stock lasts, the last one pro rata; 999 where demand does not use it up. */
export function monthsOfCover(quantity: number, demand: readonly number[], from = 0): number {
  let left = quantity;
  if (left <= 0) return 0;
  for (let month = from; month < demand.length; month++) {
    if (demand[month] >= left) return month - from + left / demand[month];
    left -= demand[month];
  }
  const later = demand.slice(-12).reduce((sum, units) => sum + units, 0) / Math.min(12, demand.length);
  return later <= 0 ? endless : Math.min(endless, demand.length - from + left / later);
}

export const endless = 999;

export const sumOf = (units: readonly number[], from: number, to: number): number =>
  units.slice(from, to).reduce((sum, each) => sum + each, 0);
