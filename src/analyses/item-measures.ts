import { demandStatistics } from "../engine/demand";
import { demandTable, itemsTable, readRows, type Issue, type Row } from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { normalised } from "../workbook/tables/read-table";
import { monthlyDemand, type DemandLine, type MonthlyDemand } from "./monthly-demand";
import { narrowed } from "./narrowed-schema";

/** What classes are made of, for one row of Items. */
export interface MeasuredItem {
  /** Body row of Items, counted from 0. */
  readonly row: number;
  readonly item: string;
  /** Annual consumption value; null where neither ACV nor cost and demand tell it. */
  readonly value: number | null;
  /** Coefficient of variation of monthly demand; null where the demand does not tell it. */
  readonly variation: number | null;
  /** Months of history since the first line of demand. */
  readonly months: number;
  /** Its first demand lies in the month that is not over. */
  readonly launching?: true;
}

export interface ItemMeasures {
  /** Rows in the table, those that cannot be used included. */
  readonly rowCount: number;
  readonly items: readonly MeasuredItem[];
  readonly issues: readonly Issue[];
}

const SEASON = 12;
const itemColumns = narrowed(itemsTable, ["Item", "Cost", "ACV"]);
const demandColumns = narrowed(demandTable, ["Item", "Date", "Qty"]);

/**
 * Annual value and variation of demand of every item. The value is Items[ACV]; where that is blank, the last twelve months of
 * demand times Items[Cost]. A row that cannot be used becomes an issue, the others are measured.
 * @param until the last day that counts, the end of a month; demand after it is left out
 */
export function measureItems(
  items: TableContent,
  demand: TableContent | undefined,
  until = Infinity,
): ItemMeasures {
  const read = readRows(itemColumns, items.columns, items.rows);
  const readDemand = demand === undefined ? undefined : readRows(demandColumns, demand.columns, demand.rows);
  const issues: Issue[] = [...read.issues, ...(readDemand?.issues ?? [])];
  const lines = (readDemand?.rows ?? []) as readonly { Item: string; Date: number; Qty: number }[];
  const monthly = monthlyDemand(
    lines
      .filter(({ Date }) => Date < until + 1)
      .map(({ Item, Date, Qty }): DemandLine => ({ item: Item, date: Date, quantity: Qty })),
  );
  const asked = until === Infinity ? undefined : new Set(lines.map(({ Item }) => Item));
  const seen = new Set<string>();
  const measured: MeasuredItem[] = [];
  read.rows.forEach((row, i) => {
    const rowNumber = read.rowNumbers[i];
    const item = row.Item as string;
    const issue = (column: string, message: string) =>
      issues.push({ table: itemsTable.name, row: rowNumber, column, message });
    if (seen.has(item)) {
      issue("Item", `Item must stand in one row only, got ${item} again`);
      return;
    }
    seen.add(item);
    const history = monthly.get(item);
    const value = annualValue(row, history, monthly.size > 0);
    if (value === null && monthly.size > 0) issue("Cost", "Cost must not be blank where ACV is blank");
    measured.push({
      row: rowNumber - 1,
      item,
      value,
      ...variationOf(history),
      ...(history === undefined && asked?.has(item) ? { launching: true } : {}),
    });
  });
  issues.push(...unknownItems(lines, readDemand?.rowNumbers ?? [], codesIn(items)));
  return { rowCount: items.rowCount, items: measured, issues };
}

type ItemRow = Row<Pick<typeof itemsTable.columns, "Item" | "Cost" | "ACV">>;

/** An item without a line in a table that has lines had no demand: its value is 0, not unknown. */
function annualValue(
  { ACV, Cost }: ItemRow,
  history: MonthlyDemand | undefined,
  hasDemand: boolean,
): number | null {
  if (ACV !== null) return ACV;
  return Cost === null || !hasDemand ? null : Math.max(0, history?.lastTwelve ?? 0) * Cost;
}

function variationOf(history: MonthlyDemand | undefined): Pick<MeasuredItem, "variation" | "months"> {
  if (history === undefined) return { variation: null, months: 0 };
  const { cv } = demandStatistics(history.series, SEASON);
  return { variation: cv !== null && cv >= 0 ? cv : null, months: history.series.length };
}

/** Codes of all rows, those with an issue of their own included: their demand is not the mistake. */
function codesIn({ columns, rows }: TableContent): Set<string> {
  const place = columns.findIndex((name) => normalised(name) === "item");
  return new Set(rows.map((row) => String(row[place]).trim()));
}

/** One issue an item, not one a line: a code missing from Items is one mistake. */
function unknownItems(
  lines: readonly { readonly Item: string }[],
  rowNumbers: readonly number[],
  known: ReadonlySet<string>,
): Issue[] {
  const told = new Set<string>();
  const issues: Issue[] = [];
  lines.forEach(({ Item }, i) => {
    if (known.has(Item) || told.has(Item)) return;
    told.add(Item);
    issues.push({
      table: demandTable.name,
      row: rowNumbers[i],
      column: "Item",
      message: `Item must be in the table Items, got ${Item}`,
    });
  });
  return issues;
}
