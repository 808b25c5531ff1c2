import { ICommandService, type Injector, type Worksheet } from "@univerjs/core";
import { getPrimaryForRange, SetSelectionsOperation, SetWorksheetActiveOperation } from "@univerjs/sheets";
import type { CellRange } from "../../xlsx";
import { gridRange } from "../files/grid-range";

/** Shows the sheet and selects the range in it; the grid scrolls as far as it has to. */
export function selectRange(injector: Injector, sheet: Worksheet, range: CellRange): void {
  const commands = injector.get(ICommandService);
  const ids = { unitId: sheet.getUnitId(), subUnitId: sheet.getSheetId() };
  commands.syncExecuteCommand(SetWorksheetActiveOperation.id, ids);
  const selected = gridRange(range);
  commands.syncExecuteCommand(SetSelectionsOperation.id, {
    ...ids,
    selections: [{ range: selected, primary: getPrimaryForRange(selected, sheet), style: null }],
    reveal: true,
  });
}
