import { bucketOf } from "../../engine/calendar";
import { demandTable, readRows } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { CompanyHistory } from "../health/leaf-history";
import { narrowed } from "../narrowed-schema";

export interface FillLines {
  /** Units ordered and delivered from stock by item and place, for each month of the history. */
  readonly of: (id: string) => { readonly ordered: readonly number[]; readonly filled: readonly number[] };
  /** How that is known, in words; undefined where no table tells it. */
  readonly basis: string | undefined;
}

const YEAR = 12;
const columns = narrowed(demandTable, ["Item", "Location", "Date", "Qty", "InStock"]);

/**
 * What was asked for and what was delivered from stock. Where most lines of Demand of the last year say for which share of the period an item was in stock, that share
 * of it was delivered; else what Transactions issued in the month, at most what was asked for.
 */
export function fillLines(demand: TableContent | undefined, { months, leaves }: CompanyHistory): FillLines {
  const none = months.map(() => 0);
  if (demand === undefined) return { of: () => ({ ordered: none, filled: none }), basis: undefined };
  const { rows } = readRows(columns, demand.columns, demand.rows);
  const recent = rows.filter(({ Date }) => bucketOf(Date as number, "M") > months[months.length - 1] - YEAR);
  const told = recent.filter(({ InStock }) => InStock !== null).length;
  const hasMoves = leaves.some(({ moves }) => moves.length > 0);
  // A few marked lines tell where demand was cut short, not how all of it was served.
  const isToldByDemand = told > 0 && (!hasMoves || 2 * told >= recent.length);
  const issued = new Map(leaves.map(({ id, issuedUnits }) => [id, issuedUnits] as const));
  const lines = new Map<string, { ordered: number[]; filled: number[] }>();
  for (const { Item, Location, Date, Qty, InStock } of rows) {
    const at = bucketOf(Date as number, "M") - months[0];
    if (at < 0 || at >= months.length) continue;
    const id = leafId(Item as string, Location ?? "");
    const line = lines.get(id) ?? { ordered: [...none], filled: [...none] };
    lines.set(id, line);
    line.ordered[at] += Qty as number;
    line.filled[at] += (Qty as number) * (InStock ?? 1);
  }
  if (!isToldByDemand) {
    if (!hasMoves) return { of: () => ({ ordered: none, filled: none }), basis: undefined };
    for (const [id, line] of lines)
      line.filled = line.ordered.map((units, t) => Math.max(0, Math.min(units, issued.get(id)?.[t] ?? 0)));
  }
  return {
    of: (id) => lines.get(id) ?? { ordered: none, filled: none },
    basis: isToldByDemand
      ? "units of Demand times Demand[InStock]"
      : "units issued in the month, at most those of Demand",
  };
}
