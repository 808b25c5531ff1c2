import { readRows, suppliersTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
/** Monday to Friday, where nothing else is agreed. */
export const workingDays: readonly number[] = [0, 1, 2, 3, 4];

const columns = narrowed(suppliersTable, ["Supplier", "OrderDays"]);

/** Weekdays (0 Monday) on which each supplier takes orders; a text that names none is told and counts as every working day. */
export function orderDaysOf(suppliers: TableContent | undefined): {
  readonly bySupplier: ReadonlyMap<string, readonly number[]>;
  readonly issues: readonly Issue[];
} {
  const bySupplier = new Map<string, readonly number[]>();
  if (suppliers === undefined) return { bySupplier, issues: [] };
  const { rows, rowNumbers, issues: readIssues } = readRows(columns, suppliers.columns, suppliers.rows);
  const issues: Issue[] = [...readIssues];
  rows.forEach(({ Supplier, OrderDays }, i) => {
    if (OrderDays === null) return;
    const days = weekdaysIn(OrderDays);
    if (days === undefined) {
      const message = `OrderDays must be weekdays such as Mon Thu, got ${OrderDays}: taken for every working day`;
      issues.push({ table: suppliersTable.name, row: rowNumbers[i], column: "OrderDays", message });
    } else bySupplier.set(Supplier as string, days);
  });
  return { bySupplier, issues };
}

/** Weekdays named in a text by their first three letters; undefined where a word is none. */
export function weekdaysIn(text: string): readonly number[] | undefined {
  const words = text.split(/[\s,;/]+/).filter((word) => word !== "");
  const days = words.map((word) =>
    names.findIndex((name) => word.slice(0, 3).toLowerCase() === name.toLowerCase()),
  );
  if (days.length === 0 || days.some((day) => day < 0)) return undefined;
  return [...new Set(days)].sort((a, b) => a - b);
}

export function weekdayNames(days: readonly number[]): string {
  return days.map((day) => names[day]).join(" ");
}
