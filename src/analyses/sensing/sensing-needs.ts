import type { TableInfo } from "../../workbook/workbook";
import { tableNeed, type Need } from "../needs";

/** What sensing misses beside what forecasting does. */
export function sensingNeeds(tables: readonly TableInfo[]): Need[] {
  const why =
    "Weekly sales or stock of the trade, or anything that runs ahead: it tells sooner what demand will be. Without it only demand dated by day or week is sensed.";
  return tableNeed(tables, "Signals", ["Item", "Date", "Source", "Qty"], why, false);
}
