import type { TableInfo } from "../../workbook/workbook";
import { findTable, missingColumns, type Need } from "../needs";

/** What forecasting misses in a workbook with these tables, the most pressing first. */
export function forecastNeeds(tables: readonly TableInfo[]): Need[] {
  const demand = findTable(tables, "Demand");
  const items = findTable(tables, "Items");
  const history =
    "Forecasts are made from it: Item, Date and Qty in each row, Location where there are several.";
  return [
    ...(demand === undefined
      ? [{ table: "Demand", columns: [], why: history, blocking: true }]
      : missingColumns(demand, ["Item", "Date", "Qty"], history, true)),
    ...(items === undefined ? [] : missingColumns(items, ["Item"], "Rows are told apart by it.", true)),
  ];
}

/** What the level advisor and the lead-time lag miss beside that. */
export function adviceNeeds(tables: readonly TableInfo[]): {
  readonly family: Need[];
  readonly leadTime: Need[];
} {
  const items = findTable(tables, "Items");
  const family = "Items of a family can be forecast together and split by their shares.";
  const leadTime = "The error that matters is the one at the distance of the lead time.";
  return {
    family: needOf(items, "Family", family),
    leadTime: needOf(items, "LeadTime", leadTime),
  };
}

function needOf(items: TableInfo | undefined, column: string, why: string): Need[] {
  return items === undefined
    ? [{ table: "Items", columns: [], why, blocking: false }]
    : missingColumns(items, [column], why, false);
}
