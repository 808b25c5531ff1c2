import { isoTextOfSerial } from "../../engine/calendar";
import { monthEnd } from "../health/month-ends";
import type { UnitFigures } from "./unit-figures";

export interface Moved {
  readonly name: string;
  readonly better: "up" | "down";
  readonly before: number;
  readonly now: number;
}

export interface CounterRule {
  /** Change, as a share, below which nothing has moved. */
  readonly tolerance: number;
  /** Month end compared with, an Excel serial. */
  readonly since: number;
}

/** A KPI that got better while the one that keeps it honest got worse; undefined where that is not so. */
export function counterMoved(
  kpi: Moved,
  counter: Moved,
  { tolerance, since }: CounterRule,
): string | undefined {
  const gain = gainOf(kpi);
  const loss = -gainOf(counter);
  if (!(gain > tolerance) || !(loss > tolerance)) return undefined;
  const told = ({ name, before, now }: Moved) =>
    `${name} ${now >= before ? "rose" : "fell"} by ${percent(Math.abs(change(before, now)))}`;
  return `${told(kpi)} since ${isoTextOfSerial(since)} while its counter-metric ${told(counter)}`;
}

const change = (before: number, now: number): number =>
  before === 0 ? (now === 0 ? 0 : 1) : (now - before) / Math.abs(before);
const gainOf = ({ better, before, now }: Moved): number => (better === "up" ? 1 : -1) * change(before, now);
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

export interface DipRule {
  /** Shortfall of the month ends against the days between them, as a share, from which it is told. */
  readonly dip: number;
  /** Month of each balance. */
  readonly months: readonly number[];
}

const YEAR = 12;

/**
 * Stock that is low at month ends only: the mean of the month ends of a year against the mean of all its days, and the last month end
 * against the 13-point average while the days of its month were not low. Undefined where neither dips.
 */
export function monthEndDip(
  { values, dailyValues }: UnitFigures,
  { dip, months }: DipRule,
): string | undefined {
  const last = values.length - 1;
  const first = Math.max(1, last - YEAR + 1);
  if (last < first) return undefined;
  const mean = (series: readonly number[], from: number) =>
    series.slice(from, last + 1).reduce((sum, value) => sum + value, 0) / (last + 1 - from);
  const [ends, days] = [mean(values, first), mean(dailyValues, first)];
  if (days > 0 && 1 - ends / days > dip)
    return `month ends lie ${percent(1 - ends / days)} below the days between them, over ${last + 1 - first} months`;
  const average = mean(values, Math.max(0, last - YEAR));
  const isLow = average > 0 && 1 - values[last] / average > dip;
  const dayOfMonthIsNot = dailyValues[last] > 0 && 1 - values[last] / dailyValues[last] > dip;
  if (!isLow || !dayOfMonthIsNot) return undefined;
  return `${isoTextOfSerial(monthEnd(months[last]))} lies ${percent(1 - values[last] / average)} below the mean of ${last + 1 - Math.max(0, last - YEAR)} month ends and ${percent(1 - values[last] / dailyValues[last])} below the days of its month`;
}
