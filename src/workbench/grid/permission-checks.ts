import type { Injector, Workbook } from "@univerjs/core";
import {
  RangeProtectionRuleModel,
  SheetPermissionCheckController,
  WorksheetProtectionRuleModel,
} from "@univerjs/sheets";

type Check = (params: unknown) => boolean;

/**
 * Before a formula is entered the grid looks at every cell it refers to for a protection that hides it: a fifth of a second for a block
 * of 48,000. Where nothing in the workbook is protected there is nothing to find.
 */
export function skipNeedlessChecks(injector: Injector, workbook: Workbook): void {
  const controller = injector.get(SheetPermissionCheckController) as unknown as {
    _permissionCheckWithFormula?: Check;
  };
  const check = controller._permissionCheckWithFormula?.bind(controller);
  if (check === undefined) return;
  const ranges = injector.get(RangeProtectionRuleModel);
  const sheets = injector.get(WorksheetProtectionRuleModel);
  const unitId = workbook.getUnitId();
  const isProtected = (sheetId: string) =>
    ranges.getSubunitRuleList(unitId, sheetId).length > 0 || sheets.getRule(unitId, sheetId) !== undefined;
  controller._permissionCheckWithFormula = (params) =>
    workbook.getSheets().some((sheet) => isProtected(sheet.getSheetId())) ? check(params) : true;
}
