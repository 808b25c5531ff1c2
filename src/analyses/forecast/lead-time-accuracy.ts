import type { DemandBucket } from "../../engine/calendar";
import { errorsOf, type ErrorFigures } from "./accuracy";
import type { BacktestPair } from "./backtest";
import { lagOf } from "./item-forecast";
import type { TestedGroup } from "./level-advice";

/** Items of one lead time, and the errors of their forecasts that far ahead. */
export interface LeadTimeAccuracy extends ErrorFigures {
  /** Buckets. */
  readonly ahead: number;
  readonly items: number;
  /** Items among them whose history is too short to test a forecast that far ahead. */
  readonly untested: number;
}

/** Each item judged at the distance at which its forecast is needed; items without a lead time are left out. */
export function leadTimeAccuracy(tested: readonly TestedGroup[], bucket: DemandBucket): LeadTimeAccuracy[] {
  const byLag = new Map<number, { items: number; untested: number; pairs: BacktestPair[] }>();
  for (const { group, backtest } of tested) {
    group.leaves.forEach((leaf, i) => {
      const lag = lagOf(leaf, bucket);
      if (lag === null) return;
      const there = byLag.get(lag) ?? { items: 0, untested: 0, pairs: [] };
      byLag.set(lag, there);
      const pairs = (backtest.leaves.at(i) ?? []).filter(({ ahead }) => ahead === lag);
      there.items++;
      if (pairs.length === 0) there.untested++;
      there.pairs.push(...pairs);
    });
  }
  return [...byLag]
    .sort(([a], [b]) => a - b)
    .map(([ahead, { items, untested, pairs }]) => ({ ahead, items, untested, ...errorsOf(pairs) }));
}
