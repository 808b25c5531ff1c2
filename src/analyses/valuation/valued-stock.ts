import { layersTable, readRows, valuationTable, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { PlanningError } from "../../engine/errors";

export type ValuedRow = Row<typeof valuationTable.columns> & {
  readonly id: string;
  /** Body row of Valuation counted from 1. */
  readonly row: number;
};
export type LayerRow = Row<typeof layersTable.columns>;

export interface ValuedStock {
  /** Cut-off, an Excel serial. */
  readonly asOf: number;
  readonly rows: readonly ValuedRow[];
  /** Layers by item and place, oldest first. */
  readonly layers: ReadonlyMap<string, readonly LayerRow[]>;
  readonly issues: readonly Issue[];
}

/** What value-stock wrote: every later step of the month end begins with it. */
export function valuedStock(valuation: TableContent, layers: TableContent | undefined): ValuedStock {
  const read = readRows(valuationTable, valuation.columns, valuation.rows);
  const asOf = read.rows[0]?.AsOf ?? null;
  if (asOf === null)
    throw new PlanningError(
      "insufficient-data",
      "Valuation",
      "Valuation must have a row: run value-stock first",
    );
  const byLeaf = new Map<string, LayerRow[]>();
  const issues: Issue[] = [...read.issues];
  if (layers !== undefined) {
    const own = readRows(layersTable, layers.columns, layers.rows);
    issues.push(...own.issues);
    for (const layer of own.rows) {
      const id = leafId(layer.Item as string, layer.Location ?? "");
      const known = byLeaf.get(id);
      if (known === undefined) byLeaf.set(id, [layer]);
      else known.push(layer);
    }
    for (const each of byLeaf.values()) each.sort((a, b) => (a.Date as number) - (b.Date as number));
  }
  const rows = read.rows.map((row, i) => ({
    ...row,
    id: leafId(row.Item as string, row.Location ?? ""),
    row: read.rowNumbers[i],
  }));
  return { asOf, rows, layers: byLeaf, issues };
}

/** The rows of each item. */
export function rowsByItem(rows: readonly ValuedRow[]): ReadonlyMap<string, readonly ValuedRow[]> {
  const found = new Map<string, ValuedRow[]>();
  for (const row of rows) {
    const known = found.get(row.Item as string);
    if (known === undefined) found.set(row.Item as string, [row]);
    else known.push(row);
  }
  return found;
}

export const total = (rows: readonly ValuedRow[], of: (row: ValuedRow) => number | null): number =>
  rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);
