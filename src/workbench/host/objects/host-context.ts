import type { HostRange, HostWorkbook } from "../host-workbook";

/** What every object of the host stands on. */
export interface HostContext {
  readonly workbook: HostWorkbook;
}

/** A stable key so that two objects for the same cells share one reference. */
export function rangeKey({ sheetId, row, column, rows, columns }: HostRange): string {
  return [sheetId, row, column, rows, columns].join("|");
}
