import { demandTable, readRows } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import { total, type ValuedRow } from "./valued-stock";

const columns = narrowed(demandTable, ["Item", "Date", "Qty"]);

/**
 * Change of an item's demand over a year as a fraction: twelve months to the cut-off against the twelve before, by Demand where it
 * reaches back so far, else by what was issued; null where neither does.
 */
export function demandTrends(
  demand: TableContent | undefined,
  asOf: number,
): (item: string, rows: readonly ValuedRow[]) => number | null {
  const sums = new Map<string, [now: number, before: number]>();
  let first = Infinity;
  if (demand !== undefined)
    for (const { Item, Date, Qty } of readRows(columns, demand.columns, demand.rows).rows) {
      const age = asOf - (Date as number);
      first = Math.min(first, Date as number);
      if (age < 0 || age >= 730) continue;
      const sum = sums.get(Item as string) ?? [0, 0];
      sums.set(Item as string, sum);
      sum[age < 365 ? 0 : 1] += Qty as number;
    }
  const reachesBack = asOf - first >= 700;
  return (item, rows) => {
    const sum = reachesBack ? sums.get(item) : undefined;
    const told = rows.every(({ IssuedBefore }) => IssuedBefore !== null);
    const [now, before] =
      sum ??
      (told
        ? [total(rows, ({ Issued12 }) => Issued12), total(rows, ({ IssuedBefore }) => IssuedBefore)]
        : [0, 0]);
    return before > 0 ? now / before - 1 : null;
  };
}
