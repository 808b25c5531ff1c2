import { lineLeadTime, statisticsOfTimes, type PartialReceipt, type PartialRule } from "../../engine/supply";
import { readRows, receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";

export interface LeadTimeRules {
  readonly partial: PartialRule;
  /** Working days a week, so that weekends in between do not vary a lead time; 0 counts calendar days. */
  readonly workdays: number;
}

/** One order line that has arrived. */
export interface LineTime {
  readonly supplier: string;
  /** Day of the order, as Excel serial. */
  readonly ordered: number;
  /** Day of the last part. */
  readonly received: number;
  /** Calendar days; where working days are counted, as many weeks as they make. */
  readonly days: number;
}

export interface ReceivedLines {
  /** By item and location, then by item at any place under a blank location; in the order of their orders. */
  readonly byLeaf: ReadonlyMap<string, readonly LineTime[]>;
  readonly issues: readonly Issue[];
}

const columns = narrowed(receiptsTable, [
  "PO",
  "Line",
  "Item",
  "Location",
  "Supplier",
  "Ordered",
  "Received",
  "QtyReceived",
]);

/** Lead times of the order lines in Receipts: the parts of a line are put together, open lines do not count. */
export function receivedLines(receipts: TableContent | undefined, rules: LeadTimeRules): ReceivedLines {
  if (receipts === undefined) return { byLeaf: new Map(), issues: [] };
  const { rows, rowNumbers, issues: readIssues } = readRows(columns, receipts.columns, receipts.rows);
  const issues: Issue[] = [...readIssues];
  const lines = new Map<string, { first: (typeof rows)[number]; parts: PartialReceipt[] }>();
  rows.forEach((row, i) => {
    const { Ordered, Received } = row;
    if (Ordered === null || Received === null) return;
    if (Received < Ordered) {
      const message = "Received must not be before Ordered: the receipt is left out";
      issues.push({ table: receiptsTable.name, row: rowNumbers[i], column: "Received", message });
      return;
    }
    const key = JSON.stringify([row.PO, row.Line, row.Item, row.Location]);
    const part = { ordered: Ordered, received: Received, quantity: row.QtyReceived ?? NaN };
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { first: row, parts: [part] });
    else line.parts.push(part);
  });
  const workdays = rules.workdays === 0 ? undefined : rules.workdays;
  const calendarDays = 7 / (workdays ?? 7);
  const byLeaf = new Map<string, LineTime[]>();
  for (const { first, parts } of lines.values()) {
    const time = {
      supplier: first.Supplier ?? "",
      ordered: parts[0].ordered,
      received: Math.max(...parts.map((part) => part.received)),
      days: lineLeadTime(parts, rules.partial, workdays) * calendarDays,
    };
    const item = first.Item as string;
    for (const id of new Set([leafId(item, first.Location ?? ""), leafId(item, "")])) {
      const times = byLeaf.get(id);
      if (times === undefined) byLeaf.set(id, [time]);
      else times.push(time);
    }
  }
  for (const times of byLeaf.values()) times.sort((a, b) => a.ordered - b.ordered);
  return { byLeaf, issues };
}

/** How an item is supplied, days. */
export interface LeadTimeFacts {
  readonly mean: number;
  readonly sd: number;
  /** Some lead times that stand for all of them, each as likely; one where they do not vary. */
  readonly typical: readonly number[];
  /** Where it comes from, in words. */
  readonly basis: string;
}

/** Groups of equal size whose means stand for all lead times: their mean stays, and nearly all of their spread. */
const groups = 5;
/** Share of the lead times taken for outliers, half at each end; as LEADTIME.STATS has it. */
const outliers = 0.02;
/** Receipts of other items that tell how a supplier keeps to what was agreed. */
const fewestOfSupplier = 10;

export function factsOfTimes(times: readonly LineTime[]): LeadTimeFacts {
  return factsOfDays(times.map((line) => line.days));
}

export function factsOfDays(days: readonly number[]): LeadTimeFacts {
  const { mean, sd } = statisticsOfTimes(days, outliers);
  return {
    mean,
    sd: sd ?? 0,
    typical: sd === null || sd === 0 ? [mean] : groupMeans(days),
    basis: `${days.length} receipts`,
  };
}

export interface AgreedLeadTime {
  /** Calendar days. */
  readonly days: number;
  readonly basis: string;
}

/**
 * From receipts where there are enough; else as agreed, and as other receipts of the supplier kept to what was agreed for them; else from the
 * receipts there are. Undefined where nothing tells it.
 * @param pace lead times of the supplier in those agreed
 */
export function leadTimeFacts(
  lines: readonly LineTime[],
  agreed: AgreedLeadTime | undefined,
  pace: readonly number[],
  enough: number,
): LeadTimeFacts | undefined {
  if (lines.length >= Math.max(2, enough)) return factsOfTimes(lines);
  if (agreed !== undefined && pace.length >= Math.max(fewestOfSupplier, enough)) {
    const basis = `${agreed.basis}, as ${pace.length} receipts from its supplier kept to theirs`;
    return { ...factsOfDays(pace.map((ratio) => ratio * agreed.days)), basis };
  }
  if (agreed !== undefined) return fixedLeadTime(agreed.days, agreed.basis);
  return lines.length === 0 ? undefined : factsOfTimes(lines);
}

/** What stands in where no table tells a lead time; nothing for 0 days. */
export function assumedLeadTime(days: number): LeadTimeFacts | undefined {
  return days === 0 ? undefined : fixedLeadTime(days, "lead time assumed, no table tells it");
}

export function fixedLeadTime(days: number, basis: string): LeadTimeFacts {
  return { mean: days, sd: 0, typical: [days], basis };
}

function groupMeans(days: readonly number[]): number[] {
  const sorted = [...days].sort((a, b) => a - b);
  const count = Math.min(groups, sorted.length);
  return Array.from({ length: count }, (_, g) => {
    const [from, to] = [(g * sorted.length) / count, ((g + 1) * sorted.length) / count];
    // A lead time at the border of two groups counts in each by its part.
    let sum = 0;
    for (let i = Math.floor(from); i < to; i++) sum += sorted[i] * (Math.min(to, i + 1) - Math.max(from, i));
    return sum / (to - from);
  });
}
