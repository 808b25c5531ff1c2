import { bucketStart } from "../../engine/calendar";
import { demandBetween } from "../../engine/lifecycle";
import { changesTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { explosion, type WhereUsed } from "./where-used";

export type ChangeRow = Row<typeof changesTable.columns>;

/** An item that an engineering change touches, itself or as part of what is changed. */
export interface TouchedItem {
  readonly item: string;
  readonly change: ChangeRow;
  /** Parents by which the change reaches it; none where it is changed itself. */
  readonly through: readonly string[];
  /** Units that are still needed: until the change takes effect, and after it where other uses go on. */
  readonly needed: number;
}

interface Request {
  readonly changes: TableContent | undefined;
  readonly uses: WhereUsed;
  /** Units of each coming month by item, its own demand. */
  readonly comingOf: (item: string) => readonly number[];
  /** First coming month. */
  readonly first: number;
  readonly knows: (item: string) => boolean;
}

const YEAR = 12;
const DAYS = 365;

/**
 * Items that changes leave without use. A change that replaces or removes an item ends its demand on the effective day, and with it the
 * part of its components' demand that is for it. An item that is only reworked keeps being used; its stock must be reworked first, and
 * counts as touched. What is needed of an item is its own demand and, by BOM, that of its parents.
 */
export function touchedItems({ changes, uses, comingOf, first, knows }: Request): {
  readonly touched: readonly TouchedItem[];
  readonly issues: readonly Issue[];
} {
  if (changes === undefined) return { touched: [], issues: [] };
  const { rows, rowNumbers, issues: readIssues } = readRows(changesTable, changes.columns, changes.rows);
  const issues: Issue[] = [...readIssues];
  const starts = Array.from({ length: 10 * YEAR + 1 }, (_, i) => bucketStart(first + i, "M"));
  const touched: TouchedItem[] = [];
  rows.forEach((change, i) => {
    const item = change.Item as string;
    const issue = (column: string, message: string) =>
      issues.push({ table: changesTable.name, row: rowNumbers[i], column, message });
    if (change.Kind === null) return issue("Kind", `Kind of ${change.ECO} must not be blank`);
    if (change.Kind === "add") return;
    if (!knows(item)) return issue("Item", `Item must be in the table Items, got ${item}`);
    if (change.Effective === null) return issue("Effective", `Effective of ${change.ECO} must be a date`);
    const from = Math.max(starts[0], Math.floor(change.Effective));
    // A change in force has ended the use in parents; what is still asked for by itself, such as spare parts, goes on for a year.
    const until = change.Effective < starts[0] ? starts[YEAR] : from;
    touched.push({ item, change, through: [], needed: neededOf(item, until, from) });
    if (change.Kind === "rework") return;
    for (const [component, { quantity, through }] of explosion(item, uses)) {
      if (!knows(component)) continue;
      const ended = demandOf(item, from, from + DAYS) * quantity;
      const needed = neededOf(component, from + DAYS, from + DAYS) - ended;
      touched.push({ item: component, change, through, needed: Math.max(0, needed) });
    }
  });
  return { touched, issues };

  function demandOf(item: string, from: number, to: number): number {
    const sales = comingOf(item);
    return demandBetween(from, to, { sales, starts });
  }

  /** Demand of its own up to one day, and for parents up to another. */
  function neededOf(item: string, until: number, forParentsUntil: number): number {
    const own = demandOf(item, starts[0], until);
    const forParents = uses
      .parentsOf(item)
      .reduce(
        (sum, { parent, quantity }) => sum + quantity * demandOf(parent, starts[0], forParentsUntil),
        0,
      );
    return own + forParents;
  }
}
