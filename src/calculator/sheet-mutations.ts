import { CommandType, type ICommandInfo } from "@univerjs/core";

/** Changes of a workbook, as opposed to results of the formula engine and to what happens in the editor of a cell. */
export function changesWorkbook({ id, type }: Readonly<ICommandInfo>): boolean {
  return type === CommandType.MUTATION && !id.startsWith("formula.") && !id.startsWith("doc.");
}
