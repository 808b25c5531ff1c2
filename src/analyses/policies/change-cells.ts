import { changedRows, policiesTable, readRows } from "../../workbook/tables";
import type { CellValue, TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import type { PolicyCells } from "./policy-columns";

const keyColumns = narrowed(policiesTable, ["Item", "Location"]);

/** Whole columns of Policies in which some items have new cells; every other cell stays. The columns must be there. */
export function changedCells(
  policies: TableContent,
  changes: ReadonlyMap<string, PolicyCells>,
): Readonly<Record<string, readonly CellValue[]>> {
  const { rows, rowNumbers } = readRows(keyColumns, policies.columns, policies.rows);
  const at = new Map<number, PolicyCells>();
  rows.forEach(({ Item, Location }, i) => {
    const change = Item === null ? undefined : changes.get(leafId(Item, Location ?? ""));
    if (change !== undefined) at.set(rowNumbers[i] - 1, change);
  });
  return changedRows(policies, at);
}
