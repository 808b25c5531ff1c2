import type { CellValue, TableContent } from "../workbook";
import { normalised } from "./read-table";

/** New cells of a row by column; null empties a cell. */
export type NewCells = Readonly<Record<string, CellValue | null | undefined>>;

/** Whole columns of a table in which some rows, counted from 0, have new cells; every other cell stays. The columns must be there. */
export function changedRows(
  { columns, rows }: TableContent,
  changes: ReadonlyMap<number, NewCells>,
): Readonly<Record<string, readonly CellValue[]>> {
  const names = new Set([...changes.values()].flatMap((cells) => Object.keys(cells)));
  return Object.fromEntries(
    [...names].map((name) => {
      const place = columns.findIndex((one) => normalised(one) === normalised(name));
      const cell = (row: readonly CellValue[], r: number): CellValue => {
        const change = changes.get(r);
        return change === undefined || !(name in change) ? (row[place] ?? "") : (change[name] ?? "");
      };
      return [name, rows.map(cell)];
    }),
  );
}
