import { readRows, supplierReviewTable, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

export type SupplierCells = Row<typeof supplierReviewTable.columns>;

/** One supplier of SupplierReview with its items, the dearest gap first. */
export interface ListedSupplier {
  readonly supplier: string;
  readonly total: SupplierCells;
  readonly items: readonly SupplierCells[];
  /** Body rows of SupplierReview, counted from 0: the sheet to take into the talk. */
  readonly rows: readonly number[];
}

export function supplierList(review: TableContent | undefined): {
  readonly suppliers: readonly ListedSupplier[];
  readonly issues: readonly Issue[];
} {
  if (review === undefined) return { suppliers: [], issues: [] };
  const { rows, rowNumbers, issues } = readRows(supplierReviewTable, review.columns, review.rows);
  const found = new Map<string, { total?: SupplierCells; items: SupplierCells[]; rows: number[] }>();
  rows.forEach((cells, i) => {
    const name = cells.Supplier ?? "";
    const known = found.get(name) ?? { items: [], rows: [] };
    found.set(name, known);
    known.rows.push(rowNumbers[i] - 1);
    if (cells.Item === null) known.total = cells;
    else known.items.push(cells);
  });
  const value = (cells: SupplierCells) => cells.GapValue ?? 0;
  const suppliers = [...found].flatMap(([supplier, { total, items, rows: places }]): ListedSupplier[] =>
    total === undefined
      ? []
      : [{ supplier, total, items: items.sort((a, b) => value(b) - value(a)), rows: places }],
  );
  return { suppliers: suppliers.sort((a, b) => value(b.total) - value(a.total)), issues };
}

/** What to ask for, in sentences with the money behind them. */
export function supplierAsks({ items, total }: ListedSupplier): string[] {
  const money = (value: number) => Math.round(value).toLocaleString("en");
  const late = items.filter(({ Gap, LateValue }) => (Gap ?? 0) > 0 && (LateValue ?? 0) > 0);
  const spread = items.filter(({ SpreadValue }) => (SpreadValue ?? 0) > 0);
  const sum = (rows: readonly SupplierCells[], of: (cells: SupplierCells) => number | null) =>
    rows.reduce((all, cells) => all + (of(cells) ?? 0), 0);
  const asks: string[] = [];
  if (late.length > 0)
    asks.push(
      `Keep the lead time agreed on ${counted(late.length)}: arriving late binds ${money(sum(late, ({ LateValue }) => LateValue))} of stock`,
    );
  if (spread.length > 0)
    asks.push(
      `Arrive more regularly on ${counted(spread.length)}: the spread binds ${money(sum(spread, ({ SpreadValue }) => SpreadValue))} of stock`,
    );
  const drifting = items.filter(({ Drift }) => Drift === "LONGER").length;
  if (drifting > 0)
    asks.push(`The latest deliveries of ${counted(drifting)} run longer than agreed: ask why`);
  if (total.OTIF !== null && total.Due !== null && total.Due > 0 && total.OTIF < 1)
    asks.push(
      `${(100 * total.OTIF).toFixed(1)}% of ${total.Due} lines came on time and in full: ${(100 * (total.OnTime ?? 0)).toFixed(1)}% on time, ${(100 * (total.InFull ?? 0)).toFixed(1)}% in full`,
    );
  return asks;
}

const counted = (items: number) => (items === 1 ? "1 item" : `${items} items`);
