import { findRoot } from "../math/find-root";

/** What a reorder point, set by what was known then, met: the demand of one lead time and of the review that followed. */
export interface ReplayedCycle {
  /** Units demanded over the lead time, and over lead time plus review. */
  readonly overLeadTime: number;
  readonly overProtection: number;
  /** The reorder point that the forecast distribution asked for. */
  readonly reorderPoint: number;
  /** The reorder point is never below this: no safety stock is negative. */
  readonly least: number;
  /** Standard deviation of that distribution over lead time plus review, units. */
  readonly spread: number;
  /** Units; positions lie evenly on the lot above the reorder point, a unit apart. */
  readonly lot: number;
  readonly unit: number;
  /** Units that were expected over lead time and review. */
  readonly expected: number;
  /** Fill rate that was wanted. */
  readonly target: number;
}

export interface LearntAllowance {
  /** Standard deviations to add to what the distribution asks for. */
  readonly factor: number;
  /** Cycles it was learnt from. */
  readonly cycles: number;
  /** Fill rate of all of them together without it, and with it; weighed as it was learnt. */
  readonly fillBefore: number;
  readonly fillAfter: number;
}

/** Fewer cycles with demand tell nothing that would hold next time. */
const fewestCycles = 100;
/** Beyond these an allowance is not learnt but guessed. */
const least = -0.5;
const most = 6;

/**
 * How many standard deviations a distribution's reorder points lack (or have too much) to deliver their fill rates, learnt by replaying many
 * items together: the mean and sizes of slow movers are never known as well as their distribution says, and what falls short is a matter of
 * the rare large demand, which the single item's history has not seen. Together the items have. So that a few large items do not decide for
 * all, cycles weigh by 1 / sqrt(expected demand): between units, where the largest order of the largest item decides, and items.
 * Short in a cycle is what lead time plus review lack, less what the lead time lacked already, on average over the lot:
 * the realised form of the fill rate of (R, s, nQ) control.
 * Source: Silver, Pyke and Thomas (2017), section 6.8, for the shortage; learning a correction out of sample: Stone (1974).
 * @returns undefined where there are too few cycles with demand
 */
export function learntAllowance(cycles: readonly ReplayedCycle[]): LearntAllowance | undefined {
  const demanded = (cycle: ReplayedCycle) => cycle.overProtection - cycle.overLeadTime;
  if (cycles.filter((cycle) => demanded(cycle) > 0).length < fewestCycles) return undefined;
  const weighed = cycles.map((cycle) => ({ cycle, weight: 1 / Math.sqrt(cycle.expected) }));
  const total = weighed.reduce((sum, { cycle, weight }) => sum + weight * demanded(cycle), 0);
  const allowed = weighed.reduce(
    (sum, { cycle, weight }) => sum + weight * (1 - cycle.target) * demanded(cycle),
    0,
  );
  const short = (factor: number) =>
    weighed.reduce(
      (sum, { cycle, weight }) =>
        sum + weight * shortInCycle(cycle, cycle.reorderPoint + factor * cycle.spread),
      0,
    );
  const excess = (factor: number) => short(factor) - allowed;
  const factor = excess(least) <= 0 ? least : excess(most) >= 0 ? most : findRoot(excess, least, most);
  const fill = (at: number) => 1 - short(at) / total;
  return { factor, cycles: cycles.length, fillBefore: fill(0), fillAfter: fill(factor) };
}

/** Units short of the demand that came after the lead time, with positions evenly on the lot above the reorder point. */
export function shortInCycle(
  { overLeadTime, overProtection, lot, unit, least: floor }: ReplayedCycle,
  reorderPoint: number,
): number {
  const start = Math.max(floor, reorderPoint);
  const steps = Math.max(1, Math.round(lot / unit));
  const lacked = (demand: number) => {
    // Positions start + unit, ..., start + steps x unit that lie below the demand.
    const below = Math.min(steps, Math.max(0, Math.ceil((demand - start) / unit) - 1));
    return below * (demand - start) - (unit * below * (below + 1)) / 2;
  };
  return (lacked(overProtection) - lacked(overLeadTime)) / steps;
}
