import { CellError, type ErrorCode } from "../../functions/cell-error";
import { toCells, type Cells } from "../../functions/cells";
import { addressOf, type Rectangle } from "../../workbook/range-address";
import { WorkbookError, type CellValue, type TableInfo, type Workbook } from "../../workbook/workbook";
import { onSheet, overlaps, plainAddress } from "./address";
import type { ReadReference } from "./argument-values";

const thisRow = /^([^[\]]*)\[(?:@\[?|\[#This Row\]\s*,\s*\[)((?:[^[\]']|'.)+?)\]{1,2}$/i;

/** Reads references as the formula in the cell `at` (with its sheet) means them. */
export function referenceReader(workbook: Workbook, at: string): ReadReference {
  const sheet = plainAddress(at)?.sheet;
  return async (reference) => {
    const match = thisRow.exec(reference);
    const resolved =
      match === null
        ? onSheet(reference, sheet)
        : cellOfThisRow(await workbook.tables(), at, { table: match[1], column: match[2] });
    const { values, address } = await workbook.readRange(resolved);
    return { cells: cellsOf(values), address };
  };
}

/** Values as the workbook tells them, where an error is its text. */
export function cellsOf(values: readonly (readonly CellValue[])[]): Cells {
  return toCells(values.map((row) => row.map((value) => errorOf(value) ?? value)));
}

function errorOf(value: CellValue): CellError | undefined {
  const isError = typeof value === "string" && /^#(N\/A|[A-Z]+\/0!|[A-Z]+[!?]|GETTING_DATA)$/.test(value);
  return isError ? new CellError(value as ErrorCode) : undefined;
}

function cellOfThisRow(
  tables: readonly TableInfo[],
  at: string,
  named: { readonly table: string; readonly column: string },
): string {
  const cell = plainAddress(at);
  const table = tables.find((candidate) => holdsRow(candidate, cell, named.table));
  const area = table === undefined ? undefined : plainAddress(table.address);
  const place = table?.columns.findIndex((name) => name.toLowerCase() === named.column.toLowerCase()) ?? -1;
  if (cell === undefined || area === undefined || place < 0) {
    throw new WorkbookError("not-found", `${named.column} is no column of a table in this row`);
  }
  return addressOf({ ...cell, column: area.column + place });
}

/** Whether the cell stands in a body row of the table or, where the table is named, beside one. */
function holdsRow(table: TableInfo, cell: Rectangle | undefined, name: string): boolean {
  const area = plainAddress(table.address);
  if (cell === undefined || area === undefined || cell.row === area.row) return false;
  if (name === "") return overlaps(cell, area);
  return name.toLowerCase() === table.name.toLowerCase() && overlaps({ ...cell, column: area.column }, area);
}
