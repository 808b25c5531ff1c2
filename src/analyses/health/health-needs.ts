import type { TableInfo } from "../../workbook/workbook";
import { tableNeed, type Need } from "../needs";

/** What the health of stock misses in a workbook with these tables. */
export function healthNeeds(tables: readonly TableInfo[]): Need[] {
  return [
    ...tableNeed(tables, "Items", ["Item"], "Cost, price and family of each item: what figures are made of."),
    ...tableNeed(
      tables,
      "Stock",
      ["Item", "Location", "Qty"],
      "What lies where, own or the vendor's, and its value.",
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
