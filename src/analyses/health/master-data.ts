import { itemsTable, locationsTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { normalised } from "../../workbook/tables/read-table";
import { narrowed } from "../narrowed-schema";

const itemColumns = narrowed(itemsTable, [
  "Item",
  "Desc",
  "Family",
  "Cost",
  "StdCost",
  "Price",
  "Stage",
  "LeadTime",
  "Successor",
  "Hazard",
]);
const locationColumns = narrowed(locationsTable, ["Location", "Name", "BU"]);

export type ItemFacts = Row<typeof itemColumns.columns> & { readonly row: number };

export interface MasterData {
  readonly items: ReadonlyMap<string, ItemFacts>;
  /** Codes in Items, those in rows that cannot be used included. */
  readonly codes: ReadonlySet<string>;
  /** Business unit by location; none where Locations tells none. */
  readonly businessUnit: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/** Items and Locations by their codes. Of a code that stands twice the first row counts. */
export function masterData(items: TableContent, locations: TableContent | undefined): MasterData {
  const read = readRows(itemColumns, items.columns, items.rows);
  const issues: Issue[] = [...read.issues];
  const byCode = new Map<string, ItemFacts>();
  read.rows.forEach((row, i) => {
    const code = row.Item as string;
    if (byCode.has(code)) {
      const message = `Item must stand in one row only, got ${code} again`;
      issues.push({ table: itemsTable.name, row: read.rowNumbers[i], column: "Item", message });
    } else byCode.set(code, { ...row, row: read.rowNumbers[i] });
  });
  const businessUnit = new Map<string, string>();
  if (locations !== undefined) {
    const places = readRows(locationColumns, locations.columns, locations.rows);
    issues.push(...places.issues);
    for (const { Location, BU } of places.rows) if (BU !== null) businessUnit.set(Location as string, BU);
  }
  const place = items.columns.findIndex((name) => normalised(name) === "item");
  const codes = new Set(items.rows.map((row) => String(row[place]).trim()));
  return { items: byCode, codes, businessUnit, issues };
}

/** Unit cost of an item where nothing nearer is known: standard cost, else the cost used for planning; NaN where neither is. */
export const costOfItem = (item: ItemFacts | undefined): number => item?.StdCost ?? item?.Cost ?? NaN;
