import { itemsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

/** What Items says of an item beside its numbers; "" and NaN where it says nothing. */
export interface ItemFacts {
  readonly abc: string;
  readonly xyz: string;
  readonly stage: string;
  readonly successor: string;
  readonly criticality: string;
  /** 1 to 5; a single source counts as 4 at least. */
  readonly supplyRisk: number;
  /** Class it has at least; "" where nobody decided that. */
  readonly minAbc: string;
}

const classColumns = narrowed(itemsTable, ["Item", "ABC", "XYZ", "Stage", "Successor"]);
const riskColumns = narrowed(itemsTable, ["Item", "Criticality", "SupplyRisk", "SingleSource", "MinABC"]);
const singleSourceRisk = 4;

/** By body row of Items, counted from 0. A risk that cannot be read is told, and the item is classed without it. */
export function itemFacts(items: TableContent): {
  readonly byRow: ReadonlyMap<number, ItemFacts>;
  readonly issues: readonly Issue[];
} {
  const classes = readRows(classColumns, items.columns, items.rows);
  const risks = readRows(riskColumns, items.columns, items.rows);
  const riskOf = new Map(risks.rows.map((row, i) => [risks.rowNumbers[i], row] as const));
  const byRow = new Map(
    classes.rows.map((row, i): [number, ItemFacts] => {
      const risk = riskOf.get(classes.rowNumbers[i]);
      const known = risk?.SupplyRisk ?? NaN;
      return [
        classes.rowNumbers[i] - 1,
        {
          abc: (row.ABC ?? "").toUpperCase(),
          xyz: (row.XYZ ?? "").toUpperCase(),
          stage: row.Stage ?? "",
          successor: row.Successor ?? "",
          criticality: risk?.Criticality ?? "",
          supplyRisk: risk?.SingleSource === true ? Math.max(singleSourceRisk, known || 0) : known,
          minAbc: risk?.MinABC ?? "",
        },
      ];
    }),
  );
  return { byRow, issues: risks.issues.filter(({ column, row }) => row > 0 && column !== "Item") };
}
