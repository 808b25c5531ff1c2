import { itemsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

/** What a unit costs and brings; null where Items does not say. */
export interface ItemWorth {
  readonly cost: number | null;
  readonly price: number | null;
  /** Price less cost; 0 where the price is below it, null where one is missing. */
  readonly margin: number | null;
  readonly leadTime: number | null;
  /** Days customers wait for it. */
  readonly wait: number | null;
  readonly row: number;
}

const itemColumns = narrowed(itemsTable, ["Item", "Cost", "Price", "LeadTime", "Wait"]);

/** By item, the first row of each. */
export function itemWorths(items: TableContent): {
  readonly of: ReadonlyMap<string, ItemWorth>;
  readonly issues: readonly Issue[];
} {
  const { rows, rowNumbers, issues } = readRows(itemColumns, items.columns, items.rows);
  const of = new Map<string, ItemWorth>();
  rows.forEach(({ Item, Cost, Price, LeadTime, Wait }, i) => {
    if (of.has(Item as string)) return;
    const margin = Cost === null || Price === null ? null : Math.max(0, Price - Cost);
    of.set(Item as string, {
      cost: Cost,
      price: Price,
      margin,
      leadTime: LeadTime,
      wait: Wait,
      row: rowNumbers[i],
    });
  });
  return { of, issues };
}
