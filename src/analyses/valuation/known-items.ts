import { itemsTable, readRows, transactionsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import type { ReadMovements } from "./read-movements";

const columns = narrowed(itemsTable, ["Item"]);

/** Items that move and are not in Items: told once each, valued all the same. */
export function unknownItems(movements: ReadMovements, items: TableContent | undefined): Issue[] {
  if (items === undefined) return [];
  const known = new Set(readRows(columns, items.columns, items.rows).rows.map(({ Item }) => Item));
  return [...movements.byItem.values()]
    .filter(({ item }) => !known.has(item))
    .map(({ item, rows }) => ({
      table: transactionsTable.name,
      row: rows[0],
      column: "Item",
      message: `Item must stand in Items, got ${item}: it is valued, but nothing is known of it`,
    }));
}
