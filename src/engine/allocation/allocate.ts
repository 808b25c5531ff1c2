import { PlanningError } from "../errors";
import { levelShares } from "./level-shares";
import { largestRemainders } from "./largest-remainders";

/**
 * - PRIORITY: tiers one after the other, fair within a tier
 * - FAIR: all with the same share of their demand, as far as floors and demands allow
 * - EQUAL: all with the same quantity, as far as floors and demands allow
 */
export const allocationMethods = ["PRIORITY", "FAIR", "EQUAL"] as const;
export type AllocationMethod = (typeof allocationMethods)[number];

/** What one customer or site asks of a scarce supply. */
export interface Claim {
  readonly demand: number;
  /** Lower numbers come first; NaN (none given) after all others. Only PRIORITY looks at it. */
  readonly priority: number;
  /** Quantity kept for this claim before anything else is shared; as much of it as the demand takes. */
  readonly floor: number;
}

export interface AllocationRule {
  readonly method: AllocationMethod;
  /** Quantities are whole multiples of it; undefined leaves them unrounded. */
  readonly multiple?: number;
}

/** Doubles a hair below a whole number of multiples count as that number. */
const hair = 1e-9;

/**
 * Shares a supply among claims, one answer a claim. Floors come first, to everybody; then each tier gets all it can before the next gets
 * anything. Within a tier the least served is served best: shares are the lexicographic max-min of fill ratios (of quantities for EQUAL),
 * the "fair share" of Silver, Pyke and Thomas. With a multiple, remainders go to the largest, the earliest among equals; the sum is the
 * supply, or what it holds of whole multiples, or all that is wanted where that is less.
 */
export function allocate(supply: number, claims: readonly Claim[], rule: AllocationRule): number[] {
  const { method, multiple } = rule;
  const pack = multiple ?? 1;
  const whole = (quantity: number) =>
    multiple === undefined ? quantity : Math.floor(quantity / pack + hair);
  const most = claims.map(({ demand }) => whole(demand));
  const least = claims.map(({ floor }, i) =>
    Math.min(multiple === undefined ? floor : Math.ceil(floor / pack - hair), most[i]),
  );
  let left = whole(supply);
  let reserved = least.reduce((sum, units) => sum + units, 0);
  if (reserved > left * (1 + hair)) {
    const rule = `floor must add up to at most supply (${supply})`;
    const packed = multiple === undefined ? "" : ` in multiples of ${multiple}`;
    const message = `${rule}, got ${reserved * pack}${packed} at ${places(least)}`;
    throw new PlanningError("no-solution", "floor", message);
  }
  const shares = new Array<number>(claims.length).fill(0);
  for (const tier of method === "PRIORITY" ? tiers(claims) : [claims.map((_, i) => i)]) {
    const bounds = tier.map((i) => ({
      weight: method === "EQUAL" ? 1 : claims[i].demand,
      least: least[i],
      most: most[i],
    }));
    const own = bounds.reduce((sum, bound) => sum + bound.least, 0);
    const wanted = bounds.reduce((sum, bound) => sum + bound.most, 0);
    reserved -= own;
    const amount = Math.max(own, Math.min(wanted, left - reserved));
    const level = levelShares(amount, bounds);
    const given = multiple === undefined ? level : largestRemainders(amount, level);
    tier.forEach((i, k) => (shares[i] = given[k] * pack));
    left -= amount;
  }
  return shares;
}

/** Positions that hold something, counted from 1; of many the largest. */
function places(units: readonly number[]): string {
  const most = 5;
  const held = units.flatMap((one, i) => (one > 0 ? [i] : [])).sort((a, b) => units[b] - units[a] || a - b);
  const named = held
    .slice(0, most)
    .sort((a, b) => a - b)
    .map((i) => i + 1);
  const others = held.length - named.length;
  return `position${held.length === 1 ? "" : "s"} ${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}

/** Positions by priority, the most urgent tier first. */
function tiers(claims: readonly Claim[]): number[][] {
  const byPriority = new Map<number, number[]>();
  claims.forEach(({ priority }, i) => {
    const tier = byPriority.get(priority);
    if (tier === undefined) byPriority.set(priority, [i]);
    else tier.push(i);
  });
  const rank = (priority: number) => (Number.isNaN(priority) ? Infinity : priority);
  return [...byPriority].sort(([a], [b]) => rank(a) - rank(b)).map(([, tier]) => tier);
}
