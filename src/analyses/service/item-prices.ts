import { itemsTable, readRows } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

const columns = narrowed(itemsTable, ["Item", "Price"]);

/** Items[Price] where it is known. */
export function itemPrices(items: TableContent): ReadonlyMap<string, number> {
  return new Map(
    readRows(columns, items.columns, items.rows).rows.flatMap(({ Item, Price }) =>
      Price === null ? [] : [[Item as string, Price] as const],
    ),
  );
}
