import type { Injector, Workbook } from "@univerjs/core";
import { CellAlertManagerService, type ICellAlert } from "@univerjs/sheets-ui";
import type { Calculator } from "../../calculator/attach-calculator";
import { SheetReader } from "./sheet-reader";

/** The grid explains an error cell under the pointer by its code; where we know the function's own words, they come first. */
export function explainErrors(injector: Injector, workbook: Workbook, calculator: Calculator): void {
  const alerts = injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert: ICellAlert) => {
    const { unitId, subUnitId, row, col } = alert.location;
    const sheet = workbook.getSheetBySheetId(subUnitId);
    const spill = sheet && new SheetReader(injector, sheet).spillAt(row, col);
    const origin = spill ?? { row, column: col };
    const error = calculator.errorAt(
      { unitId, sheetId: subUnitId, row: origin.row, column: origin.column },
      row - origin.row,
      col - origin.column,
    );
    show(
      error === undefined
        ? alert
        : { ...alert, title: error.code, message: error.message, width: 280, height: 90 },
    );
  };
}
