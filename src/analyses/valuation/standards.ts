import { readRows, itemsTable, standardCostsTable, type Issue } from "../../workbook/tables";
import type { StandardFrom } from "../../engine/valuation";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

const itemColumns = narrowed(itemsTable, ["Item", "StdCost"]);

/** Standard costs of each item from day to day; of items without rows in StandardCosts the one that Items has. */
export function standardsByItem(
  items: TableContent | undefined,
  standards: TableContent | undefined,
): { readonly of: (item: string) => readonly StandardFrom[]; readonly issues: readonly Issue[] } {
  const found = new Map<string, StandardFrom[]>();
  const issues: Issue[] = [];
  if (standards !== undefined) {
    const read = readRows(standardCostsTable, standards.columns, standards.rows);
    issues.push(...read.issues);
    for (const { Item, From, StdCost } of read.rows) {
      const known = found.get(Item as string) ?? [];
      found.set(Item as string, known);
      known.push({ from: From as number, cost: StdCost as number });
    }
    for (const known of found.values()) known.sort((a, b) => a.from - b.from);
  }
  if (items !== undefined)
    for (const { Item, StdCost } of readRows(itemColumns, items.columns, items.rows).rows)
      if (StdCost !== null && !found.has(Item as string))
        found.set(Item as string, [{ from: 1, cost: StdCost }]);
  return { of: (item) => found.get(item) ?? [], issues };
}
