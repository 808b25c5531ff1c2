import type { Move } from "../health/leaf-moves";
import { monthEnd } from "../health/month-ends";
import { signsAt, type LeafRecord } from "./item-signs";

export type Outcome = "hit" | "false alarm" | "missed" | "open";

export interface PastWarning {
  readonly item: string;
  readonly location: string;
  /** Month of the first warning, as `bucketOf` has it; undefined where there was none. */
  readonly warned: number | undefined;
  readonly writtenOff: number | undefined;
  /** Quarters from warning to write-off. */
  readonly lead: number | undefined;
  readonly money: number;
  readonly outcome: Outcome;
}

export interface BacktestRules {
  readonly months: readonly number[];
  readonly weights: readonly number[];
  readonly threshold: number;
  /** Months after which a warning that nothing followed was a false alarm. */
  readonly patience: number;
  /** Share of the stock whose scrapping is a write-off and no breakage. */
  readonly scrapShare: number;
  /** Days without an issue beyond which stock is dead. */
  readonly dead: number;
}

const QUARTER = 3;

/**
 * How early the signs would have warned: for each month end only what was known then is looked at. A write-off is the month in which a
 * good part of the stock was scrapped, or by which stock had lain for `dead` days without an issue. Places without either are left out.
 */
export function backtestWarnings(
  records: readonly LeafRecord[],
  rules: BacktestRules,
): readonly PastWarning[] {
  return records.flatMap((record) => {
    const { months, patience } = rules;
    const warnedAt = firstWarning(record, rules);
    const lost = writeOff(record, rules);
    if (warnedAt === undefined && lost === undefined) return [];
    const isBefore = warnedAt !== undefined && lost !== undefined && warnedAt <= lost.at;
    const waited = warnedAt === undefined ? 0 : months.length - 1 - warnedAt;
    const outcome: Outcome =
      lost !== undefined ? (isBefore ? "hit" : "missed") : waited >= patience ? "false alarm" : "open";
    return [
      {
        item: record.leaf.item,
        location: record.leaf.location,
        warned: warnedAt === undefined ? undefined : months[warnedAt],
        writtenOff: lost === undefined ? undefined : months[lost.at],
        lead: isBefore ? (lost.at - warnedAt) / QUARTER : undefined,
        money: lost?.money ?? 0,
        outcome,
      },
    ];
  });
}

function firstWarning(record: LeafRecord, { months, weights, threshold }: BacktestRules): number | undefined {
  for (let at = 0; at < months.length; at++) {
    const signs = signsAt(record, at, months, weights);
    if (signs !== undefined && signs.risk >= threshold) return at;
  }
  return undefined;
}

function writeOff(
  { leaf }: LeafRecord,
  { months, scrapShare, dead }: BacktestRules,
): { readonly at: number; readonly money: number } | undefined {
  for (let at = 1; at < months.length; at++) {
    const scrapped = leaf.scrappedCost[at];
    if (scrapped > 0 && scrapped >= scrapShare * leaf.values[at - 1]) return { at, money: scrapped };
    if (leaf.units[at] > 0 && idleDays(leaf.moves, monthEnd(months[at])) > dead)
      return { at, money: leaf.values[at] };
  }
  return undefined;
}

/** Days since the last issue; since the first movement where there was none. */
function idleDays(moves: readonly Move[], end: number): number {
  const seen = moves.filter(({ day }) => day <= end);
  if (seen.length === 0) return 0;
  const issues = seen.filter(({ kind, quantity }) => kind === "issue" && quantity < 0);
  return end - (issues.at(-1) ?? seen[0]).day;
}

export interface WarningQuality {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly missed: number;
  readonly open: number;
  /** Share of judged warnings that a write-off followed; undefined without any. */
  readonly precision: number | undefined;
  /** Median of quarters from warning to write-off; undefined without a hit. */
  readonly medianLead: number | undefined;
}

export function warningQuality(past: readonly PastWarning[]): WarningQuality {
  const count = (wanted: Outcome) => past.filter(({ outcome }) => outcome === wanted).length;
  const [hits, falseAlarms] = [count("hit"), count("false alarm")];
  const leads = past.flatMap(({ lead }) => (lead === undefined ? [] : [lead])).sort((a, b) => a - b);
  const middle = (leads.length - 1) / 2;
  return {
    hits,
    falseAlarms,
    missed: count("missed"),
    open: count("open"),
    precision: hits + falseAlarms === 0 ? undefined : hits / (hits + falseAlarms),
    medianLead: leads.length === 0 ? undefined : (leads[Math.floor(middle)] + leads[Math.ceil(middle)]) / 2,
  };
}
