import { backtestTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { allWays, type Way } from "./replay-item";
import type { WayTotal } from "./totals";
import { judge, type Judged } from "./verdict";

type BacktestCells = Row<typeof backtestTable.columns>;

/** One item as Backtest tells it. */
export interface BacktestedItem {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  readonly ways: Readonly<Partial<Record<Way, BacktestCells>>>;
  /** Absent where there is nothing to compare with. */
  readonly judged: Judged | undefined;
  /** Money of the proposal above perfect foresight. */
  readonly regret: number;
  /** Body rows of Backtest, counted from 0. */
  readonly rows: readonly number[];
}

export interface Scorecard {
  readonly items: readonly BacktestedItem[];
  readonly scores: readonly WayTotal[];
  /** Of the proposals together, against what is in force, or what was done. */
  readonly judged: Judged | undefined;
  /** Days that came out as booked, of all days; null where nothing was replayed. */
  readonly reproduced: number | null;
  readonly days: number;
  readonly issues: readonly Issue[];
}

/** Backtest put together: items by the regret of the proposal, and a score for each way. */
export function scorecardOf(backtest: TableContent | undefined): Scorecard {
  const none = { items: [], scores: [], judged: undefined, reproduced: null, days: 0 };
  if (backtest === undefined) return { ...none, issues: [] };
  const { rows, rowNumbers, issues } = readRows(backtestTable, backtest.columns, backtest.rows);
  const byItem = new Map<string, { cells: BacktestCells[]; rows: number[] }>();
  rows.forEach((cells, i) => {
    const id = leafId(cells.Item ?? "", cells.Location ?? "");
    const known = byItem.get(id) ?? { cells: [], rows: [] };
    byItem.set(id, known);
    known.cells.push(cells);
    known.rows.push(rowNumbers[i] - 1);
  });
  const items = [...byItem].map(([id, { cells, rows: places }]): BacktestedItem => {
    const found = Object.fromEntries(cells.map((one) => [one.Way, one])) as BacktestedItem["ways"];
    return {
      id,
      item: cells[0].Item ?? "",
      location: cells[0].Location ?? "",
      ways: found,
      judged: judgedOf(found),
      regret: found.proposed?.Regret ?? 0,
      rows: places,
    };
  });
  items.sort((a, b) => b.regret - a.regret);
  const scores = allWays.flatMap((way) => scoreOf(way, items));
  const done = items.flatMap((item) => item.ways.done ?? []);
  const days = done.reduce((sum, { Days }) => sum + (Days ?? 0), 0);
  const same = done.reduce((sum, { Days, Reproduced }) => sum + (Days ?? 0) * (Reproduced ?? 0), 0);
  return {
    items,
    scores,
    judged: judgedTogether(items),
    reproduced: days === 0 ? null : same / days,
    days: Math.max(0, ...done.map(({ Days }) => Days ?? 0)),
    issues,
  };
}

/** Reckoned from the figures themselves, so that a word typed over changes nothing. */
function judgedOf({ proposed, current, done }: BacktestedItem["ways"]): Judged | undefined {
  const against = current ?? done;
  if (proposed === undefined || against === undefined) return undefined;
  const weighed = (cells: BacktestCells) => ({
    fillRate: cells.FILL ?? 1,
    stock: cells.Stock ?? 0,
    cost: costOf(cells),
  });
  return judge(weighed(proposed), weighed(against), proposed.Target);
}

/** Carrying, ordering and shortage, money. */
export function costOf({ Carrying, Ordering, Shortage }: BacktestCells): number {
  return (Carrying ?? 0) + (Ordering ?? 0) + (Shortage ?? 0);
}

/** Of several items together, by units; null where one of them has another measure. */
function targetOf(items: readonly BacktestCells[]): number | null {
  const units = items.reduce((sum, { Units }) => sum + (Units ?? 0), 0);
  if (units === 0 || items.some(({ Target }) => Target === null)) return null;
  return items.reduce((sum, { Units, Target }) => sum + (Units ?? 0) * (Target ?? 0), 0) / units;
}

function scoreOf(way: Way, items: readonly BacktestedItem[]): WayTotal[] {
  const found = items.flatMap((item) => item.ways[way] ?? []);
  if (found.length === 0) return [];
  const sum = (of: (cells: BacktestCells) => number | null) =>
    found.reduce((total, cells) => total + (of(cells) ?? 0), 0);
  const units = sum(({ Units }) => Units);
  const served = sum(({ Units, FILL }) => (Units ?? 0) * (FILL ?? 1));
  return [
    {
      way,
      items: found.length,
      stockoutDays: sum(({ StockoutDays }) => StockoutDays),
      fillRate: units === 0 ? 1 : served / units,
      stockValue: sum(({ StockValue }) => StockValue),
      orders: sum(({ Orders }) => Orders),
      money: sum(costOf),
      regret: sum(({ Regret }) => Regret),
    },
  ];
}

/** Item for item against what is in force, or what was done where nothing is: both sums are of the same items. */
function judgedTogether(items: readonly BacktestedItem[]): Judged | undefined {
  const pairs = items.flatMap(({ ways: { proposed, current, done } }) => {
    const against = current ?? done;
    return proposed === undefined || against === undefined ? [] : [{ proposed, against }];
  });
  if (pairs.length === 0) return undefined;
  const total = (side: "proposed" | "against") => {
    const sum = (of: (cells: BacktestCells) => number) =>
      pairs.reduce((all, pair) => all + of(pair[side]), 0);
    const units = sum(({ Units }) => Units ?? 0);
    const fillRate = units === 0 ? 1 : sum(({ Units, FILL }) => (Units ?? 0) * (FILL ?? 1)) / units;
    return { fillRate, stock: sum(({ StockValue }) => StockValue ?? 0), cost: sum(costOf) };
  };
  return judge(total("proposed"), total("against"), targetOf(pairs.map(({ proposed }) => proposed)));
}
