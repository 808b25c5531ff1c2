import { itemsTable, policiesTable } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent } from "../../workbook/workbook";
import { currentPolicies, segmentId, type ServiceTarget } from "../policies/target-rows";
import type { ReviewedItem } from "./review-segments";

/** Items as they would be with these classes: what a target would mean can be asked before anything is written. */
export function itemsWithClasses(items: TableContent, reviewed: readonly ReviewedItem[]): TableContent {
  const table = withColumns({ ...items, name: itemsTable.name }, ["ABC", "XYZ"]);
  const [abc, xyz] = [placeOf(table, "ABC"), placeOf(table, "XYZ")];
  const rows = table.rows.map((row) => [...row]);
  for (const item of reviewed) {
    rows[item.row][abc] = item.abc;
    rows[item.row][xyz] = item.xyz;
  }
  return { ...table, rows };
}

/** Policies as it would be with these targets of segments; rows that are not there stand at its end. */
export function policiesWithTargets(
  policies: TableContent | undefined,
  targets: ReadonlyMap<string, ServiceTarget>,
): TableContent | undefined {
  if (targets.size === 0) return policies;
  const names = Object.keys(policiesTable.columns);
  const before = policies ?? {
    name: policiesTable.name,
    sheet: policiesTable.name,
    address: "",
    columns: names,
    rowCount: 0,
    rows: [],
  };
  const table = withColumns(before, ["Segment", "TargetType", "Target"]);
  const [segment, type, level] = ["Segment", "TargetType", "Target"].map((name) => placeOf(table, name));
  const { rowOf } = currentPolicies(policies);
  const rows = table.rows.map((row) => [...row]);
  for (const [name, target] of targets) {
    const at = rowOf.get(segmentId(name));
    const row = at === undefined ? table.columns.map((): CellValue => "") : rows[at];
    row[segment] = name;
    row[type] = target.type;
    row[level] = target.level;
    if (at === undefined) rows.push(row);
  }
  return { ...table, rowCount: rows.length, rows };
}

function withColumns(table: TableContent, names: readonly string[]): TableContent {
  const missing = names.filter((name) => placeOf(table, name) < 0);
  if (missing.length === 0) return table;
  return {
    ...table,
    columns: [...table.columns, ...missing],
    rows: table.rows.map((row) => [...row, ...missing.map((): CellValue => "")]),
  };
}

function placeOf({ columns }: TableContent, name: string): number {
  return columns.findIndex((column) => normalised(column) === normalised(name));
}
