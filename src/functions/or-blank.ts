/** A missing value as the empty cell it was. */
export const orBlank = (units: number): number | "" => (Number.isNaN(units) ? "" : units);
