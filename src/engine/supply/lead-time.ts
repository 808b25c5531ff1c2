import { mean, medianSorted, sampleStandardDeviation } from "simple-statistics";
import { PlanningError } from "../errors";
import { dayOfSerial } from "../calendar";
import { quantileOfSorted } from "../math/robust";

export interface ReceiptDates {
  /** Days, as Excel serials; NaN where not known. */
  readonly ordered: readonly number[];
  readonly received: readonly number[];
  /** Promised days; absent or NaN where none was promised. */
  readonly due?: readonly number[];
}

export interface LeadTimeOptions {
  /** Share of the lead times left out as outliers, half of it at each end, 0 to below 0.5. */
  readonly exclude: number;
  /** Working days a week, Monday first; undefined counts calendar days. */
  readonly workdays?: number;
  /** Days that do not count either, as Excel serials; twice is once. */
  readonly holidays?: readonly number[];
}

export interface LeadTimeStatistics {
  /** Receipts that count, outliers left out. */
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation; null for one receipt. */
  readonly sd: number | null;
  readonly median: number;
  /** 90 % of the receipts took no longer. */
  readonly p90: number;
  /** Share of the receipts with a promise that came after it; null without promises. */
  readonly lateShare: number | null;
  /** Mean days late of those that were late, 0 where none was; null without promises. */
  readonly daysLate: number | null;
  /** Lines left out because they were received before they were ordered. */
  readonly dropped: number;
}

/**
 * Lead times from order to receipt. Lines without either date are open and do not count; lines received before they were ordered are
 * dropped and counted. Lateness is judged over all receipts, outliers too: they are what the customer saw.
 * Source: Silver, Pyke and Thomas (2017), section 6.10.3; quantile: definition 7 of Hyndman and Fan (1996).
 */
export function leadTimeStatistics(dates: ReceiptDates, options: LeadTimeOptions): LeadTimeStatistics {
  const { ordered, received, due } = dates;
  const between = (from: number, to: number) =>
    daysBetween(from, to, options.workdays) - daysOff(from, to, options);
  const times: number[] = [];
  const lateness: number[] = [];
  let dropped = 0;
  ordered.forEach((start, i) => {
    const end = received[i];
    if (Number.isNaN(start) || Number.isNaN(end)) return;
    if (dayOfSerial(end) < dayOfSerial(start)) {
      dropped++;
      return;
    }
    times.push(between(start, end));
    const promised = due?.[i] ?? NaN;
    if (!Number.isNaN(promised)) lateness.push(between(promised, end));
  });
  if (times.length === 0) {
    const rule = "must hold at least one receipt on or after its order";
    const got = dropped === 0 ? "none" : `${dropped} received before their order`;
    throw new PlanningError("insufficient-data", "received", `received ${rule}, got ${got}`);
  }
  const { n, mean: average, sd, median, p90 } = statisticsOfTimes(times, options.exclude);
  const late = lateness.filter((days) => days > 0);
  return {
    n,
    mean: average,
    sd,
    median,
    p90,
    lateShare: lateness.length === 0 ? null : late.length / lateness.length,
    daysLate: lateness.length === 0 ? null : late.length === 0 ? 0 : mean(late),
    dropped,
  };
}

/** @param times days, at least one */
export function statisticsOfTimes(
  times: readonly number[],
  exclude: number,
): Pick<LeadTimeStatistics, "n" | "mean" | "sd" | "median" | "p90"> {
  const kept = withoutOutliers(times, exclude);
  return {
    n: kept.length,
    mean: mean(kept),
    sd: kept.length < 2 ? null : sampleStandardDeviation(kept),
    median: medianSorted(kept),
    p90: quantileOfSorted(kept, 0.9),
  };
}

/** Whole days after `from` up to and with `to`, negative the other way round; with workdays a week only those count. */
export function daysBetween(from: number, to: number, workdays?: number): number {
  const [first, last] = [dayOfSerial(from), dayOfSerial(to)];
  if (workdays === undefined) return last - first;
  return workedBy(last, workdays) - workedBy(first, workdays);
}

/** Holidays after `from` up to and with `to` that would have counted; negative the other way round. */
function daysOff(from: number, to: number, { workdays = 7, holidays = [] }: LeadTimeOptions): number {
  const [first, last] = [dayOfSerial(from), dayOfSerial(to)];
  const [earlier, later] = [Math.min(first, last), Math.max(first, last)];
  const days = new Set(holidays.filter((day) => !Number.isNaN(day)).map(dayOfSerial));
  let count = 0;
  for (const day of days) if (day > earlier && day <= later && weekday(day) < workdays) count++;
  return first <= last ? count : -count;
}

/** 0 for Monday; 1970-01-05 was one. */
const weekday = (day: number) => (((day - 4) % 7) + 7) % 7;

/** Working days from a Monday long ago up to and with this day. */
function workedBy(day: number, workdays: number): number {
  const fromMonday = day - 4;
  const weeks = Math.floor(fromMonday / 7);
  return weeks * workdays + Math.min(workdays, fromMonday - 7 * weeks + 1);
}

/** In order, without the shortest and the longest. */
function withoutOutliers(times: readonly number[], exclude: number): number[] {
  const sorted = [...times].sort((a, b) => a - b);
  const each = Math.floor((sorted.length * exclude) / 2 + 1e-9);
  return sorted.slice(each, sorted.length - each);
}
