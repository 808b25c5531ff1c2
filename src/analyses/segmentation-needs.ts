import type { TableInfo } from "../workbook/workbook";
import { findTable, hasColumn, missingColumns, type Need } from "./needs";

/** What segmentation misses in a workbook with these tables, the most pressing first. */
export function segmentationNeeds(tables: readonly TableInfo[]): Need[] {
  const items = findTable(tables, "Items");
  const demand = findTable(tables, "Demand");
  const needs: Need[] = [];
  if (items === undefined) {
    needs.push({
      table: "Items",
      columns: [],
      why: "Classes are given to its rows. Each row needs Item and ACV, or Item and Cost.",
      blocking: true,
    });
  } else {
    needs.push(...missingColumns(items, ["Item"], "Rows are told apart by it.", true));
    const hasValue = hasColumn(items, "ACV") || (hasColumn(items, "Cost") && demand !== undefined);
    if (!hasValue) {
      const why = "ABC needs the annual value: ACV, or Cost together with the table Demand.";
      needs.push(...missingColumns(items, hasColumn(items, "Cost") ? ["ACV"] : ["Cost", "ACV"], why, false));
    }
  }
  if (demand === undefined) {
    const why = "XYZ is judged by the history of demand: Item, Date and Qty in each row.";
    needs.push({ table: "Demand", columns: [], why, blocking: false });
  } else {
    needs.push(
      ...missingColumns(demand, ["Item", "Date", "Qty"], "Demand is summed by item and month.", true),
    );
  }
  return needs;
}
