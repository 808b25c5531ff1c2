import { CommandType, type ICommandInfo } from "@univerjs/core";
import {
  InsertSheetMutation,
  SetRangeValuesMutation,
  type IInsertSheetMutationParams,
} from "@univerjs/sheets";

/** Looks of rows, columns and sheets, and where tables end: cells stay where they are, and as visible as they were. */
const looksAndTables =
  /^sheet\.mutation\.(?:set-(?:worksheet|col|sheet-table$|frozen|tab-color|range-theme)|(?:set|remove)\.numfmt)/;

export function sheetKey(unitId: string, sheetId: string): string {
  return `${unitId}|${sheetId}`;
}

/**
 * Keys of the sheets in which a command may have moved cells or hidden rows; undefined for all of them. That is more than values, but
 * neither results of the formula engine nor what happens in the editor of a cell. Formulas elsewhere that refer to moved cells are
 * written anew, as values are.
 */
export function sheetsMoved({ id, type, params }: Readonly<ICommandInfo>): readonly string[] | undefined {
  if (type !== CommandType.MUTATION || id.startsWith("formula.") || id.startsWith("doc.")) return [];
  if (id === SetRangeValuesMutation.id || looksAndTables.test(id)) return [];
  const { unitId, subUnitId } = (params ?? {}) as { readonly unitId?: string; readonly subUnitId?: string };
  const sheetId = id === InsertSheetMutation.id ? (params as IInsertSheetMutationParams).sheet.id : subUnitId;
  return unitId === undefined || sheetId === undefined ? undefined : [sheetKey(unitId, sheetId)];
}
