import type { HostRange, HostWorkbook } from "../host-workbook";
import type { HostObject } from "../rich-api/host-object";

/** What every object of the host stands on. */
export interface HostContext {
  readonly workbook: HostWorkbook;
  /** The sheet of a range or table; a sheet knows those in turn, so they do not import it. */
  readonly worksheet: (sheetId: string) => HostObject;
  readonly rangeAreas: (areas: readonly HostRange[]) => HostObject;
}
