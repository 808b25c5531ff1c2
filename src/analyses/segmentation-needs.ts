import { normalised } from "../workbook/tables/read-table";
import type { TableInfo } from "../workbook/workbook";

/** A table, or columns of one, that a job misses. */
export interface Need {
  readonly table: string;
  /** None where the whole table is missing. */
  readonly columns: readonly string[];
  /** What it is for, in a sentence. */
  readonly why: string;
  /** Without it there is nothing to show. */
  readonly blocking: boolean;
}

/** What segmentation misses in a workbook with these tables, the most pressing first. */
export function segmentationNeeds(tables: readonly TableInfo[]): Need[] {
  const items = find(tables, "Items");
  const demand = find(tables, "Demand");
  const needs: Need[] = [];
  if (items === undefined) {
    needs.push({
      table: "Items",
      columns: [],
      why: "Classes are given to its rows. Each row needs Item and ACV, or Item and Cost.",
      blocking: true,
    });
  } else {
    needs.push(...missing(items, ["Item"], "Rows are told apart by it.", true));
    const hasValue = has(items, "ACV") || (has(items, "Cost") && demand !== undefined);
    if (!hasValue) {
      const why = "ABC needs the annual value: ACV, or Cost together with the table Demand.";
      needs.push(...missing(items, has(items, "Cost") ? ["ACV"] : ["Cost", "ACV"], why, false));
    }
  }
  if (demand === undefined) {
    const why = "XYZ is judged by the history of demand: Item, Date and Qty in each row.";
    needs.push({ table: "Demand", columns: [], why, blocking: false });
  } else {
    needs.push(...missing(demand, ["Item", "Date", "Qty"], "Demand is summed by item and month.", true));
  }
  return needs;
}

/** Columns of Items that classes are written to and that are not there yet. */
export function classColumnsMissing(items: TableInfo): string[] {
  return ["ABC", "XYZ"].filter((column) => !has(items, column));
}

function missing(table: TableInfo, names: readonly string[], why: string, blocking: boolean): Need[] {
  const columns = names.filter((name) => !has(table, name));
  return columns.length === 0 ? [] : [{ table: table.name, columns, why, blocking }];
}

function find(tables: readonly TableInfo[], name: string): TableInfo | undefined {
  return tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
}

function has(table: TableInfo, column: string): boolean {
  return table.columns.some((name) => normalised(name) === normalised(column));
}
