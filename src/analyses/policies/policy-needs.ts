import type { TableInfo } from "../../workbook/workbook";
import { findTable, hasColumn, tableNeed, type Need } from "../needs";

/** What a job with policies misses in a workbook with these tables. */
export function policyNeeds(tables: readonly TableInfo[]): Need[] {
  return [
    ...tableNeed(tables, "Items", ["Item"], "Cost and lead time of each item: what a policy is made of."),
    ...tableNeed(
      tables,
      "Demand",
      ["Item", "Date", "Qty"],
      "What was asked for: Item, Date and Qty in each row, Location where there are several.",
    ),
  ];
}

/** Whether any table of these could tell a lead time; where none does, one has to be assumed. */
export function tellsLeadTime(tables: readonly TableInfo[]): boolean {
  const items = findTable(tables, "Items");
  const inItems = items !== undefined && hasColumn(items, "LeadTime");
  return inItems || ["Contracts", "Receipts"].some((name) => findTable(tables, name) !== undefined);
}

export function supplierNeeds(tables: readonly TableInfo[]): Need[] {
  const receipts = "Lead times are measured from it: Ordered, Received and Supplier in each row.";
  return tableNeed(tables, "Receipts", ["PO", "Line", "Item", "Supplier", "Ordered", "Received"], receipts);
}

export function backtestNeeds(tables: readonly TableInfo[]): Need[] {
  const why = "The past is replayed from it: every receipt and issue with its day and quantity.";
  return tableNeed(tables, "Transactions", ["TxnId", "Date", "Item", "Qty"], why);
}
