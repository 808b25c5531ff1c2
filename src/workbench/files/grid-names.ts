import type { Injector, Workbook } from "@univerjs/core";
import { IDefinedNamesService } from "@univerjs/engine-formula";

export interface GridName {
  readonly name: string;
  /** With "=", as in Excel's name manager. */
  readonly refersTo: string;
}

/** The names that belong to the whole workbook. */
export function gridNames(injector: Injector, workbook: Workbook): GridName[] {
  const names = Object.values(
    injector.get(IDefinedNamesService).getDefinedNameMap(workbook.getUnitId()) ?? {},
  );
  return names
    .filter(({ localSheetId }) => localSheetId === undefined || localSheetId === "AllDefaultWorkbook")
    .map(({ name, formulaOrRefString: text }) => ({
      name,
      refersTo: text.startsWith("=") ? text : `=${text}`,
    }));
}
