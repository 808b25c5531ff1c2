import { PlanningError } from "../errors";
import type { LotLimits } from "./lot-sizing-problem";

/** The work of the exact method grows with periods times levels. */
const mostWork = 10_000_000;

/** Nearer than this share of the largest level, two levels are one. */
export const sameLevel = 1e-10;

/**
 * Cumulative orders, ascending, among which a cheapest plan is sure to lie. With packs they are whole packs. Else, for given order periods
 * the plan is a linear programme, and between two ends of periods with just the safety stock (or nothing, owed or held) all lots but one
 * are the minimum or the maximum: each level is a number of these above or below such an end.
 * Source: Florian and Klein (1971), Deterministic production planning with concave costs and capacity constraints.
 */
export function lotLevels(demand: readonly number[], limits: LotLimits): Float64Array {
  const { minimum, multiple, safetyStock } = limits;
  const total = demand.reduce((sum, units) => sum + units, 0) + safetyStock;
  const highest = total + minimum + multiple;
  const levels = multiple > 0 ? packLevels(highest, limits) : turningLevels(demand, highest, limits);
  if (levels === null || levels.length * demand.length > mostWork) {
    const message = `multiple must leave at most ${mostWork} levels times periods for WW (a larger pack, or fewer periods), got ${multiple}`;
    throw new PlanningError("no-solution", "multiple", message);
  }
  return levels;
}

function packLevels(highest: number, { multiple }: LotLimits): Float64Array | null {
  const count = Math.ceil(highest / multiple - 1e-9) + 1;
  return count > mostWork ? null : Float64Array.from({ length: count }, (_, packs) => packs * multiple);
}

function turningLevels(
  demand: readonly number[],
  highest: number,
  { minimum, maximum, safetyStock }: LotLimits,
): Float64Array | null {
  const ends: number[] = [];
  let cumulative = 0;
  for (const units of demand) ends.push((cumulative += units) + safetyStock);
  const steps = sumsOfLots(demand.length, highest, minimum, maximum);
  if (steps === null || steps.length * ends.length * 2 > mostWork) return null;
  const levels: number[] = [0];
  for (const step of steps) {
    levels.push(step);
    for (const end of ends) levels.push(end + step, end - step);
  }
  const sorted = Float64Array.from(levels.filter((level) => level >= 0 && level <= highest)).sort();
  return sorted.filter((level, i) => i === 0 || level - sorted[i - 1] > sameLevel * highest);
}

/** What lots of the minimum and of the maximum come to, up to the highest level; null where there are too many such sums. */
function sumsOfLots(periods: number, highest: number, minimum: number, maximum: number): number[] | null {
  const sums: number[] = [];
  for (let large = 0; large <= periods; large++) {
    const base = large === 0 ? 0 : large * maximum;
    if (base > highest) break;
    for (let small = 0; small <= periods - large; small++) {
      const sum = base + small * minimum;
      if (sum > highest) break;
      sums.push(sum);
      if (sums.length > mostWork) return null;
      if (minimum === 0) break;
    }
  }
  return sums;
}
