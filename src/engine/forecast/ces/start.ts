import { seasonalPattern } from "../seasonal-adjustment";
import { type CesForm, termLag } from "./form";
import type { CesStates } from "./recursion";

/** The potential starts a little below what it goes with, as in the smooth package for R. */
const belowLevel = 1 / 1.1;

/**
 * Where the first of the passes starts: the mean of the first season (of ten observations where that is longer and the form has no
 * season), or for the simple form the first observation of each place; terms of an additive decomposition. Null where a place of the
 * season has no observation.
 */
export function cesStart(y: Float64Array, form: CesForm, season: number): CesStates | null {
  const level =
    form === "simple" ? firstByPlace(y, season) : Float64Array.of(meanOfFirst(y, Math.max(10, season)));
  const hasTerms = termLag(form, season) > 1;
  const term = hasTerms ? seasonalPattern([...y], season, "additive") : [0];
  if (term === null || level.some((value) => Number.isNaN(value))) return null;
  if (hasTerms) level[0] = meanOfFirst(y, season);
  return {
    level,
    potential: level.map((value) => value * belowLevel),
    term: Float64Array.from(term),
    termPotential: Float64Array.from(term, (value) => value * belowLevel),
  };
}

function firstByPlace(y: Float64Array, season: number): Float64Array {
  const first = new Float64Array(season).fill(NaN);
  for (let t = y.length - 1; t >= 0; t--) if (!Number.isNaN(y[t])) first[t % season] = y[t];
  return first;
}

function meanOfFirst(y: Float64Array, count: number): number {
  let sum = 0;
  let seen = 0;
  for (let t = 0; t < y.length && seen < count; t++) {
    if (Number.isNaN(y[t])) continue;
    sum += y[t];
    seen++;
  }
  return sum / seen;
}
