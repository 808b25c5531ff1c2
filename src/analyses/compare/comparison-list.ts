import { policyComparisonTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";

export type ComparisonCells = Row<typeof policyComparisonTable.columns>;

/** One item with its ways to be controlled, best first, as PolicyComparison holds them. */
export interface ComparedItem {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  readonly policies: readonly ComparisonCells[];
  readonly best: ComparisonCells;
  /** What stands against the best: the parameters in force, else the formula's (s,Q). */
  readonly against: ComparisonCells | undefined;
  /** Money a year that the best saves; 0 where nothing stands against it, or where it does not serve as well. */
  readonly saving: number;
  /** Body rows of PolicyComparison, counted from 0. */
  readonly rows: readonly number[];
}

/** Items by what the best way saves a year. */
export function comparisonList(comparison: TableContent | undefined): {
  readonly items: readonly ComparedItem[];
  readonly issues: readonly Issue[];
} {
  if (comparison === undefined) return { items: [], issues: [] };
  const { rows, rowNumbers, issues } = readRows(policyComparisonTable, comparison.columns, comparison.rows);
  const byItem = new Map<string, { cells: ComparisonCells[]; rows: number[] }>();
  rows.forEach((cells, i) => {
    const id = leafId(cells.Item ?? "", cells.Location ?? "");
    const known = byItem.get(id) ?? { cells: [], rows: [] };
    byItem.set(id, known);
    known.cells.push(cells);
    known.rows.push(rowNumbers[i] - 1);
  });
  const items = [...byItem].flatMap(([id, { cells, rows: places }]): ComparedItem[] => {
    const policies = cells.sort((a, b) => (a.Rank ?? Infinity) - (b.Rank ?? Infinity));
    const best = policies.find(({ InForce }) => InForce !== true);
    if (best === undefined) return [];
    const against =
      policies.find(({ InForce }) => InForce === true) ?? policies.find(({ Policy }) => Policy === "sQ");
    const comparable = against !== undefined && (best.Meets === true || against.Meets !== true);
    return [
      {
        id,
        item: best.Item ?? "",
        location: best.Location ?? "",
        policies,
        best,
        against,
        saving: comparable ? (against.Cost ?? 0) - (best.Cost ?? 0) : 0,
        rows: places,
      },
    ];
  });
  return { items: items.sort((a, b) => b.saving - a.saving), issues };
}
