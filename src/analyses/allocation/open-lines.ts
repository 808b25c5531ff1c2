import { customersTable, openOrdersTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

/** One order line that is not shipped in full. */
export interface OpenLine {
  readonly order: string;
  readonly line: string;
  readonly item: string;
  /** "" where it may ship from the one place there is. */
  readonly location: string;
  readonly customer: string;
  readonly requested: number | null;
  readonly wanted: number;
  /** Body row of OpenOrders, counted from 1. */
  readonly row: number;
}

export interface Customer {
  readonly name: string;
  /** NaN where none is given: after all others. */
  readonly priority: number;
  /** Part of each order that is promised. */
  readonly floor: number;
}

/** Lines that still want something, requested by `until` at the latest. */
export function openLines(
  orders: TableContent,
  until: number,
): { readonly lines: readonly OpenLine[]; readonly issues: readonly Issue[] } {
  const { rows, rowNumbers, issues: readIssues } = readRows(openOrdersTable, orders.columns, orders.rows);
  const issues: Issue[] = [...readIssues];
  const lines: OpenLine[] = [];
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const issue = (column: string, message: string) =>
      issues.push({ table: openOrdersTable.name, row: rowNumbers[i], column, message });
    const key = JSON.stringify([row.SO, row.Line]);
    if (seen.has(key))
      return issue("Line", `SO and Line must stand in one row only, got ${row.SO} ${row.Line} again`);
    seen.add(key);
    const wanted = (row.Qty as number) - (row.Shipped ?? 0);
    if (wanted < 0) return issue("Shipped", `Shipped must be at most Qty (${row.Qty}), got ${row.Shipped}`);
    if (wanted === 0 || (row.Requested ?? -Infinity) > until) return;
    lines.push({
      order: row.SO as string,
      line: row.Line as string,
      item: row.Item as string,
      location: row.Location ?? "",
      customer: row.Customer ?? "",
      requested: row.Requested,
      wanted,
      row: rowNumbers[i],
    });
  });
  return { lines, issues };
}

export function customers(content: TableContent | undefined): {
  readonly of: ReadonlyMap<string, Customer>;
  readonly issues: readonly Issue[];
} {
  if (content === undefined) return { of: new Map(), issues: [] };
  const { rows, rowNumbers, issues: readIssues } = readRows(customersTable, content.columns, content.rows);
  const issues: Issue[] = [...readIssues];
  const of = new Map<string, Customer>();
  rows.forEach((row, i) => {
    const code = row.Customer as string;
    if (of.has(code)) {
      const message = `Customer must stand in one row only, got ${code} again: the first row counts`;
      issues.push({ table: customersTable.name, row: rowNumbers[i], column: "Customer", message });
    } else of.set(code, { name: row.Name ?? "", priority: row.Priority ?? NaN, floor: row.Floor ?? 0 });
  });
  return { of, issues };
}
