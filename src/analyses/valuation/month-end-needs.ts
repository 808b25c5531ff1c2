import type { TableInfo } from "../../workbook/workbook";
import { findTable, missingColumns, type Need } from "../needs";

/** What the month end misses in a workbook with these tables. */
export function monthEndNeeds(tables: readonly TableInfo[]): Need[] {
  const movements = "Stock is valued from it: every receipt with its cost, every issue, return and transfer.";
  const transactions = findTable(tables, "Transactions");
  const policy = findTable(tables, "ReservePolicy");
  return [
    ...(transactions === undefined
      ? [{ table: "Transactions", columns: [], why: movements, blocking: true }]
      : missingColumns(transactions, ["TxnId", "Date", "Item", "Qty"], movements, true)),
    ...(policy === undefined
      ? [
          {
            table: "ReservePolicy",
            columns: [],
            why: "The reserve goes by its tiers: months and percent, by type of material.",
            blocking: false,
          },
        ]
      : []),
  ];
}
