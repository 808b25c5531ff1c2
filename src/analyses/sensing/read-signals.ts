import { bucketOf } from "../../engine/calendar";
import { soldOn } from "../../engine/forecast";
import { readRows, signalsTable, type Issue, type ReadResult } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { WeeklySignal } from "./leaf-signals";

export interface Signals {
  /** Of an item at a place, and those that speak of the item at all of its places. */
  readonly of: (item: string, location: string) => readonly WeeklySignal[];
  /** Item and place of each with the body row in which it first stands. */
  readonly rows: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

const LEADING = "leading";
const STOCK = "channel stock";
/** What channel stock is netted from: both are goods on their way through the trade. */
const throughTheTrade: readonly string[] = ["POS", "shipments"];

export type SignalRows = Pick<ReadResult<typeof signalsTable.columns>, "rows" | "rowNumbers" | "issues">;

/** The table, read once; nothing where it is not there. */
export function readSignals(table: TableContent | undefined): SignalRows {
  if (table === undefined) return { rows: [], rowNumbers: [], issues: [] };
  return readRows(signalsTable, table.columns, table.rows);
}

/**
 * Signals by item, place and source in whole weeks. A week without a row counts as 0 between the first and the last week of its source; of
 * channel stock it is not known.
 * @param lead weeks by which leading signals run ahead of demand
 * @param before day whose week is not over: its rows, and later ones, take no part
 */
export function weeklySignals(
  { rows, rowNumbers, issues }: SignalRows,
  lead: number,
  before: number,
): Signals {
  const byLeaf = new Map<string, Map<string, Map<number, number>>>();
  const spans = new Map<string, { first: number; last: number }>();
  const firstRows = new Map<string, number>();
  const stockDays = new Map<string, number>();
  const end = bucketOf(before, "W");
  rows.forEach(({ Item, Location, Date, Source, Qty }, i) => {
    const week = bucketOf(Date as number, "W");
    const source = Source as string;
    if (week >= end) return;
    const id = leafId(Item as string, Location ?? "");
    if (!firstRows.has(id)) firstRows.set(id, rowNumbers[i]);
    const sources = byLeaf.get(id) ?? new Map<string, Map<number, number>>();
    byLeaf.set(id, sources);
    const weeks = sources.get(source) ?? new Map<number, number>();
    sources.set(source, weeks);
    // Stock is what there is on the last day told of a week; all else adds up.
    const counted = source === STOCK ? `${id}\t${week}` : undefined;
    const day = Math.floor(Date as number);
    const latest = counted === undefined ? day : (stockDays.get(counted) ?? day);
    if (day < latest) return;
    if (counted !== undefined) stockDays.set(counted, day);
    weeks.set(week, (day > latest ? 0 : (weeks.get(week) ?? 0)) + (Qty as number));
    const span = spans.get(source);
    spans.set(source, {
      first: Math.min(span?.first ?? week, week),
      last: Math.max(span?.last ?? week, week),
    });
  });
  const signalsOf = (id: string): WeeklySignal[] => {
    const sources = byLeaf.get(id);
    if (sources === undefined) return [];
    const stock = sources.get(STOCK);
    return [...sources].flatMap(([source, weeks]) => {
      if (source === STOCK) return [];
      const { first, last } = spans.get(source)!;
      const ahead = source === LEADING ? lead : 0;
      const units = Array.from({ length: last - first + 1 }, (_, i) => weeks.get(first + i) ?? 0);
      const growth = units.map((_, i) => (stock?.get(first + i) ?? NaN) - (stock?.get(first + i - 1) ?? NaN));
      const netted = stock !== undefined && throughTheTrade.includes(source);
      return {
        source: netted ? `${source} less channel stock` : source,
        lead: ahead,
        weeks: { first: first + ahead, units },
        net: { first: first + ahead, units: netted ? [...soldOn(units, growth)] : units },
      };
    });
  };
  return {
    of: (item, location) => [
      ...signalsOf(leafId(item, location)),
      ...(location === "" ? [] : signalsOf(leafId(item, ""))),
    ],
    rows: firstRows,
    issues,
  };
}

/** First day after the latest week that signals tell of, those that run ahead apart; undefined where there are none. */
export function endOfSignals({ rows }: SignalRows): number | undefined {
  return rows.reduce<number | undefined>((latest, { Date, Source }) => {
    const week = bucketOf(Date as number, "W");
    return Source === LEADING || (latest !== undefined && week < latest) ? latest : week;
  }, undefined);
}
