import { receiptsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { splitReceipts } from "../rebalancing/open-receipts";

/** Open purchase orders by item and place: units that arrive in each period, what is overdue in the first. */
export function openArrivals(
  receipts: TableContent | undefined,
  starts: readonly number[],
): { readonly of: ReadonlyMap<string, readonly number[]>; readonly issues: readonly Issue[] } {
  const of = new Map<string, number[]>();
  if (receipts === undefined) return { of, issues: [] };
  const { open, issues: readIssues } = splitReceipts(receipts);
  const issues = [...readIssues];
  for (const { item, location, due, eta, quantity, order, row } of open) {
    const day = eta ?? due;
    if (location === "" || day === null) {
      const column = location === "" ? "Location" : "Due";
      const message = `${column} must not be blank: what ${order} still brings of ${item} is not counted`;
      issues.push({ table: receiptsTable.name, row, column, message });
      continue;
    }
    const after = starts.findIndex((start) => day < start);
    if (after === -1) continue;
    const id = leafId(item, location);
    const series = of.get(id) ?? new Array<number>(starts.length - 1).fill(0);
    of.set(id, series);
    series[Math.max(0, after - 1)] += quantity;
  }
  return { of, issues };
}
