import type { TableInfo } from "../../workbook/workbook";
import { findTable, missingColumns, type Need } from "../needs";

/** What the network misses in a workbook with these tables. */
export function networkNeeds(tables: readonly TableInfo[]): Need[] {
  return [
    ...tableNeed(
      tables,
      "Locations",
      ["Location"],
      "Every place that supplies or holds stock, with its Type.",
    ),
    ...tableNeed(
      tables,
      "Lanes",
      ["From", "To"],
      "The ways goods travel between them, with LeadTime and Cost.",
    ),
  ];
}

function tableNeed(
  tables: readonly TableInfo[],
  name: string,
  columns: readonly string[],
  why: string,
): Need[] {
  const table = findTable(tables, name);
  return table === undefined
    ? [{ table: name, columns: [], why, blocking: true }]
    : missingColumns(table, columns, why, true);
}
