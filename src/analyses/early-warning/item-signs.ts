import { lifecycle, type LifecycleStage } from "../../engine/demand";
import { PlanningError } from "../../engine/errors";
import { obsolescenceRisk, type RiskPart } from "../../engine/valuation";
import type { LeafHistory } from "../health/leaf-history";
import { monthEnd } from "../health/month-ends";

/** One item at one place, by month of the history. Own stock only. */
export interface LeafRecord {
  readonly leaf: LeafHistory;
  /** Demand of past months, the last month of the history last. */
  readonly past: readonly number[];
  /** Day from which a successor or substitute is known to take its place; undefined where none is. */
  readonly replaced: number | undefined;
}

export interface Signs {
  readonly age: number;
  readonly cover: number;
  readonly trend: number;
  readonly stage: LifecycleStage | undefined;
  readonly replaced: boolean;
  readonly parts: readonly RiskPart[];
  /** 0 to 100. */
  readonly risk: number;
}

const YEAR = 12;
const HALF = 6;
/** Months of demand without which a look back cannot tell a pause from an end. */
const FEWEST = 6;
/** Months of cover that stand for demand that has gone. */
const endless = 99;

/**
 * Signs that stock may become obsolete, as they could be seen at the end of a month: nothing later is looked at. `ahead` is the demand a
 * month that was expected then, where that is known; else the mean of the past year stands for it, and half a year of demand must be known.
 */
export function signsAt(
  record: LeafRecord,
  at: number,
  months: readonly number[],
  weights: readonly number[],
  ahead?: number,
): Signs | undefined {
  const units = record.leaf.units[at];
  if (units <= 0) return undefined;
  const end = monthEnd(months[at]);
  const seen = record.past.slice(0, Math.max(0, record.past.length - (months.length - 1 - at)));
  if (ahead === undefined && seen.length < FEWEST) return undefined;
  const year = seen.slice(-YEAR);
  const mean = year.length === 0 ? 0 : year.reduce((sum, one) => sum + one, 0) / year.length;
  const expected = Math.max(0, ahead ?? mean);
  const cover = expected > 0 ? Math.min(endless, units / expected) : endless;
  const signs = {
    age: meanAge(record.leaf, at, end),
    cover,
    trend: trendOf(seen, ahead),
    stage: stageOf(seen),
    replaced: record.replaced !== undefined && record.replaced <= end,
  };
  const parts = obsolescenceRisk(signs, weights);
  return { ...signs, parts, risk: parts.reduce((sum, { points }) => sum + points, 0) };
}

/** Change a year as a fraction: of the last year on the one before, else of the last half year on the one before, doubled. */
function trendOf(seen: readonly number[], ahead: number | undefined): number {
  const mean = (from: number, to?: number) => {
    const part = seen.slice(from, to);
    return part.length === 0 ? 0 : part.reduce((sum, one) => sum + one, 0) / part.length;
  };
  const decay = ahead === undefined || mean(-YEAR) <= 0 ? 0 : ahead / mean(-YEAR) - 1;
  if (seen.length >= 2 * YEAR) {
    const before = mean(-2 * YEAR, -YEAR);
    return Math.min(decay, before > 0 ? mean(-YEAR) / before - 1 : 0);
  }
  const before = mean(-2 * HALF, -HALF);
  return seen.length >= 2 * HALF && before > 0 ? Math.min(decay, 2 * (mean(-HALF) / before - 1)) : decay;
}

/** The stage of past demand alone; undefined where it is too short to tell. */
function stageOf(seen: readonly number[]): LifecycleStage | undefined {
  try {
    return lifecycle({ demand: [...seen], bucket: "M" }).stage;
  } catch (thrown) {
    if (thrown instanceof PlanningError) return undefined;
    throw thrown;
  }
}

/** Mean age of the receipts that stock came from, by units; what no receipt explains is as old as the first movement. */
function meanAge({ moves, units: balances }: LeafHistory, at: number, end: number): number {
  const units = balances[at];
  let left = units;
  let unitDays = 0;
  for (let i = moves.length - 1; i >= 0 && left > 0; i--) {
    const { day, quantity } = moves[i];
    if (day > end || quantity <= 0) continue;
    const part = Math.min(left, quantity);
    unitDays += part * (end - day);
    left -= part;
  }
  if (left > 0 && moves.length > 0) unitDays += left * Math.max(0, end - moves[0].day);
  return unitDays / units;
}
