import type { ServiceTarget } from "../policies/target-rows";

export type Verdict = "recommended" | "trade-off" | "no change" | "worse";

/** What a way to plan is judged by. */
export interface Weighed {
  readonly fillRate: number;
  /** On average, in units or in money. */
  readonly stock: number;
  /** Carrying, ordering and shortage, money. */
  readonly cost: number;
}

/** A proposal beside what it is compared with, and what comes of it. */
export interface Judged {
  readonly verdict: Verdict;
  readonly proposed: Weighed;
  readonly against: Weighed;
  /** Fill rate that was to be reached; null where the target is another measure. */
  readonly target: number | null;
  /** 1 where the proposal is better, -1 where it is worse. */
  readonly gains: Readonly<Record<keyof Weighed, number>>;
}

/**
 * A proposal is recommended where it costs no more in all, gains on something, and keeps the service: the fill rate of before, or at least
 * the target. It never is where both fill rate and stock are worse, however few orders it needs; where nothing at all is better it is worse.
 */
export function judge(proposed: Weighed, against: Weighed, target: number | null): Judged {
  const gains = {
    fillRate: sign(proposed.fillRate - against.fillRate),
    stock: sign(against.stock - proposed.stock, against.stock),
    cost: sign(against.cost - proposed.cost, against.cost),
  };
  const onTarget = target !== null && sign(proposed.fillRate - target) >= 0;
  return { verdict: verdictOf(gains, onTarget), proposed, against, target, gains };
}

function verdictOf(gains: Judged["gains"], onTarget: boolean): Verdict {
  const { fillRate, stock, cost } = gains;
  const axes = [fillRate, stock, cost];
  if (axes.every((gain) => gain === 0)) return "no change";
  if (axes.every((gain) => gain <= 0)) return "worse";
  if (fillRate < 0 && stock < 0) return "trade-off";
  return cost >= 0 && (fillRate >= 0 || onTarget) ? "recommended" : "trade-off";
}

/** Null where the target is of another measure. */
export function fillTargetOf({ type, level }: ServiceTarget): number | null {
  return type === "FILL" ? level : null;
}

function sign(difference: number, scale = 1): number {
  return Math.abs(difference) <= 1e-9 * Math.max(1, Math.abs(scale)) ? 0 : Math.sign(difference);
}
