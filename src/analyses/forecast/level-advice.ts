import { errorsOf } from "./accuracy";
import type { Backtest, BacktestPair } from "./backtest";
import type { ForecastLevel } from "./forecast-options";
import type { Group } from "./plan-forecast";

export interface LevelError {
  readonly level: ForecastLevel;
  /** Error of the level's own totals: smaller where more is added up, and so no reason to choose it. */
  readonly own: number | null;
  /** Error of each item at each place after splitting down: what can be compared. */
  readonly split: number | null;
}

export interface FamilyAdvice {
  /** Blank for items of no family. */
  readonly family: string;
  readonly items: number;
  readonly levels: readonly LevelError[];
  /** Null where nothing could be compared. */
  readonly recommended: ForecastLevel | null;
}

export interface TestedGroup {
  readonly group: Group;
  readonly backtest: Backtest;
}

/** Errors further ahead have fewer origins and would weigh little. */
const furthest = 3;
/** A change of level should earn more than noise: a smaller error by this part. */
const worthwhile = 0.02;

/** Error at each level side by side, family by family, and the level with the least error where the forecasts are used. */
export function levelAdvice(
  tested: readonly TestedGroup[],
  levels: readonly ForecastLevel[],
): FamilyAdvice[] {
  const families = new Map<string, TestedGroup[]>();
  for (const one of tested) {
    const { family } = one.group.leaves[0];
    const there = families.get(family);
    if (there === undefined) families.set(family, [one]);
    else there.push(one);
  }
  return [...families]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([family, groups]) => {
      const errors = levels
        .filter((level) => level !== "family" || family !== "")
        .map((level) => ({ level, groups: groups.filter(({ group }) => group.level === level) }))
        .filter((at) => at.groups.length > 0)
        .map(({ level, groups: at }): LevelError => ({
          level,
          own: near(at.flatMap(({ backtest }) => backtest.own)),
          split: near(at.flatMap(({ backtest }) => backtest.leaves.flat())),
        }));
      const items = new Set(groups.flatMap(({ group }) => group.leaves.map(({ item }) => item))).size;
      return { family, items, levels: errors, recommended: recommend(errors) };
    });
}

function near(pairs: readonly BacktestPair[]): number | null {
  return errorsOf(pairs.filter(({ ahead }) => ahead <= furthest)).wape;
}

/** The least error after splitting; levels within 2 % of it count as equal, and the one of items is the plainest of those. */
function recommend(errors: readonly LevelError[]): ForecastLevel | null {
  const known = errors.filter((error): error is LevelError & { split: number } => error.split !== null);
  if (known.length === 0) return null;
  const least = Math.min(...known.map(({ split }) => split));
  const good = known.filter(({ split }) => split <= least * (1 + worthwhile));
  return (good.find(({ level }) => level === "item") ?? good[0]).level;
}
