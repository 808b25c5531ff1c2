import type { TableInfo } from "../../workbook/workbook";
import { findTable, missingColumns, type Need } from "../needs";

/** What the health of stock misses in a workbook with these tables. */
export function healthNeeds(tables: readonly TableInfo[]): Need[] {
  return [
    ...tableNeed(
      tables,
      "Items",
      ["Item"],
      "Cost, price and family of each item: what figures are made of.",
      true,
    ),
    ...tableNeed(
      tables,
      "Stock",
      ["Item", "Location", "Qty"],
      "What lies where, own or the vendor's, and its value.",
      true,
    ),
    ...tableNeed(
      tables,
      "Transactions",
      ["TxnId", "Date", "Item", "Qty"],
      "Receipts and issues: turns, ages and what moved are measured from them.",
      false,
    ),
  ];
}

function tableNeed(
  tables: readonly TableInfo[],
  name: string,
  columns: readonly string[],
  why: string,
  blocking: boolean,
): Need[] {
  const table = findTable(tables, name);
  return table === undefined
    ? [{ table: name, columns: [], why, blocking }]
    : missingColumns(table, columns, why, blocking);
}
