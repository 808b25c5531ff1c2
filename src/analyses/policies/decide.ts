import { policiesTable, readRows } from "../../workbook/tables";
import { narrowed } from "../narrowed-schema";
import type { CellValue, TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";

export interface Decision {
  readonly status: "proposed" | "approved" | "rejected";
  readonly by: string;
  /** Excel serial, UTC. */
  readonly at: number;
}

const keyColumns = narrowed(policiesTable, ["Item", "Location"]);
const decisionColumns = ["Status", "By", "At"] as const;

/** Whole columns of Policies with a decision on some items; every other row keeps what it has. */
export function decided(
  policies: TableContent,
  ids: ReadonlySet<string>,
  { status, by, at }: Decision,
): Readonly<Record<string, readonly CellValue[]>> {
  const { rows, rowNumbers } = readRows(keyColumns, policies.columns, policies.rows);
  const chosen = new Set(
    rows.flatMap(({ Item, Location }, i) =>
      Item !== null && ids.has(leafId(Item, Location ?? "")) ? [rowNumbers[i] - 1] : [],
    ),
  );
  const values = { Status: status, By: by, At: at };
  return Object.fromEntries(
    decisionColumns.map((name) => {
      const place = policies.columns.findIndex((one) => one.toLowerCase() === name.toLowerCase());
      return [name, policies.rows.map((row, r) => (chosen.has(r) ? values[name] : (row[place] ?? "")))];
    }),
  );
}
