import { bucketStart, serialOfIsoText } from "../../engine/calendar";
import { invalidInput } from "../../engine/errors";
import type { TableContent } from "../../workbook/workbook";
import { planForecast } from "../forecast/plan-forecast";
import { measureItems, type ItemMeasures } from "../item-measures";
import type { Issue } from "../../workbook/tables";
import { readUpgrades, withUpgrades } from "./accepted-upgrades";
import { itemFacts } from "./item-facts";
import { reviewHash, reviewSegments, type ReviewedItem, type ReviewRules } from "./review-segments";
import { endOfMonth, quarterOf, readHistory, segmentsBefore, type SegmentHistory } from "./segment-history";

export interface ReviewRequest extends ReviewRules {
  /** As the option holds it. */
  readonly upgrades: string;
  /** A day of the quarter; blank for the last month with demand. */
  readonly asOf: string;
}

export interface ReviewedTables {
  readonly items: readonly ReviewedItem[];
  readonly quarter: string;
  /** Last day of the demand that counts. */
  readonly until: number;
  readonly history: SegmentHistory;
  readonly acceptsUpgrades: boolean;
  readonly inputHash: string;
  readonly issues: readonly Issue[];
}

/** Classes of all items as the tables and rules have them, without what they do to stock. */
export function reviewTables(
  tables: {
    readonly items: TableContent;
    readonly demand: TableContent | undefined;
    readonly history: TableContent | undefined;
  },
  { upgrades, asOf, ...rules }: ReviewRequest,
): ReviewedTables {
  const accepted = readUpgrades(upgrades);
  const day = dayOf(asOf, tables.demand);
  const quarter = quarterOf(day);
  const until = endOfMonth(day);
  const measures = measureItems(tables.items, tables.demand, until);
  const known = itemFacts(tables.items);
  const facts = withUpgrades(known.byRow, rowsOf(measures), accepted);
  const history = readHistory(tables.history);
  const before = segmentsBefore(history.rows, quarter);
  const review = reviewSegments(measures, facts, rules, before);
  return {
    items: review.items,
    quarter,
    until,
    history,
    acceptsUpgrades: accepted.size > 0,
    inputHash: reviewHash(measures, facts, before),
    issues: [...measures.issues, ...known.issues, ...review.issues, ...history.issues],
  };
}

function rowsOf({ items }: ItemMeasures): Map<string, number> {
  return new Map(items.map(({ item, row }) => [item, row]));
}

function dayOf(asOf: string, demand: TableContent | undefined): number {
  if (asOf.trim() !== "") {
    const serial = serialOfIsoText(asOf);
    if (serial === undefined) throw invalidInput("asOf", "must be a date such as 2026-03-31", asOf);
    return serial;
  }
  const next =
    demand === undefined
      ? -Infinity
      : planForecast(demand, undefined, { horizon: 1, bucket: "M", level: "item", asOf: Infinity }).next;
  if (!Number.isFinite(next)) throw invalidInput("asOf", "must be given where there is no demand", "");
  return bucketStart(next, "M") - 1;
}
