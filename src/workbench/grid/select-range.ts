import { ICommandService, type Injector, type Worksheet } from "@univerjs/core";
import { getPrimaryForRange, SetSelectionsOperation, SetWorksheetActiveOperation } from "@univerjs/sheets";
import type { CellRange } from "../../xlsx";
import { gridRange } from "../files/grid-range";

/** Shows the sheet and selects the range in it, and the others with it; the grid scrolls as far as it has to. */
export function selectRange(
  injector: Injector,
  sheet: Worksheet,
  range: CellRange,
  others: readonly CellRange[] = [],
): void {
  const commands = injector.get(ICommandService);
  const ids = { unitId: sheet.getUnitId(), subUnitId: sheet.getSheetId() };
  commands.syncExecuteCommand(SetWorksheetActiveOperation.id, ids);
  // The grid takes the last of the selections as the active one.
  const areas = [...others, range].map(gridRange);
  commands.syncExecuteCommand(SetSelectionsOperation.id, {
    ...ids,
    selections: areas.map((area, i) => ({
      range: area,
      primary: i === areas.length - 1 ? getPrimaryForRange(area, sheet) : null,
      style: null,
    })),
    reveal: true,
  });
}
