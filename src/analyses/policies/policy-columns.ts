import { policiesTable, type Row } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent } from "../../workbook/workbook";
import type { TableResult } from "../define-analysis";
import type { CurrentPolicies } from "./target-rows";

export type PolicyCells = Partial<Row<typeof policiesTable.columns>>;

const keys = ["Segment", "Item", "Location"] as const;

/**
 * Policies with new values in some columns: rows that are there keep all their other columns, items without a row get one. Keys of rows
 * that are there stay as they are typed, so that a planner's own columns find their rows again.
 */
export function mergedPolicies(
  before: TableContent | undefined,
  current: Pick<CurrentPolicies, "rowOf">,
  written: readonly (keyof typeof policiesTable.columns)[],
  cells: ReadonlyMap<string, PolicyCells>,
): TableResult {
  const all = Object.keys(policiesTable.columns) as (keyof typeof policiesTable.columns)[];
  // A new row also needs what the planner would have typed: target and policy.
  const columns = before === undefined ? all : all.filter((name) => keptOrWritten(name, before, written));
  const places = columns.map(
    (name) => before?.columns.findIndex((one) => normalised(one) === normalised(name)) ?? -1,
  );
  const rows: CellValue[][] = (before?.rows ?? []).map((row) => places.map((place) => row[place] ?? ""));
  for (const [id, values] of cells) {
    const at = current.rowOf.get(id);
    const cellsOf = (name: (typeof columns)[number], old: CellValue): CellValue =>
      at === undefined || written.includes(name) ? (values[name] ?? "") : old;
    if (at === undefined) rows.push(columns.map((name) => cellsOf(name, "")));
    else rows[at] = columns.map((name, c) => cellsOf(name, rows[at][c]));
  }
  return {
    kind: "rows",
    table: policiesTable.name,
    columns,
    rows: rows.filter((row) => row.some((cell) => cell !== "")),
  };
}

function keptOrWritten(name: string, before: TableContent, written: readonly string[]): boolean {
  const there = before.columns.some((one) => normalised(one) === normalised(name));
  return there || written.includes(name) || keys.some((key) => key === name);
}
