import { CommandType, type ICommandInfo } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";

/** Looks of rows, columns and sheets, and where tables end: cells stay where they are, and as visible as they were. */
const looksAndTables =
  /^sheet\.mutation\.(?:set-(?:worksheet|col|sheet-table$|frozen|tab-color|range-theme)|(?:set|remove)\.numfmt)/;

/**
 * Changes of a workbook beyond the values of cells, as opposed to results of the formula engine and to what happens in the editor of a
 * cell: formulas may be elsewhere, and rows may be hidden.
 */
export function mayMoveCells({ id, type }: Readonly<ICommandInfo>): boolean {
  if (type !== CommandType.MUTATION || id.startsWith("formula.") || id.startsWith("doc.")) return false;
  return id !== SetRangeValuesMutation.id && !looksAndTables.test(id);
}
