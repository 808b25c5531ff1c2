import { readRows, triggersTable, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";

export type TriggerCells = Row<typeof triggersTable.columns>;

/** One row of Triggers, as it stands in the sheet. */
export interface ListedTrigger {
  /** Of the row, told apart from other days and kinds. */
  readonly key: string;
  /** Of the item and place. */
  readonly id: string;
  /** Body row of Triggers, counted from 0. */
  readonly row: number;
  readonly cells: TriggerCells;
}

/** Triggers, those that move most money first. */
export function triggerList(triggers: TableContent | undefined): {
  readonly rows: readonly ListedTrigger[];
  readonly issues: readonly Issue[];
} {
  if (triggers === undefined) return { rows: [], issues: [] };
  const { rows, rowNumbers, issues } = readRows(triggersTable, triggers.columns, triggers.rows);
  const listed = rows.map((cells, i): ListedTrigger => {
    const id = leafId(cells.Item ?? "", cells.Location ?? "");
    return { key: `${id}\t${cells.Date}\t${cells.Kind}`, id, row: rowNumbers[i] - 1, cells };
  });
  const money = ({ cells }: ListedTrigger) => Math.abs(cells.Cash ?? 0);
  return { rows: listed.sort((a, b) => money(b) - money(a)), issues };
}
