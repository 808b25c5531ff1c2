import {
  type ICommandInfo,
  type Injector,
  LifecycleService,
  LifecycleStages,
  type Workbook,
} from "@univerjs/core";
import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { IRenderManagerService } from "@univerjs/engine-render";
import { SheetRenderController } from "@univerjs/sheets-ui";

type Mark = (command: Readonly<ICommandInfo>, ...rest: unknown[]) => void;

/** Of the course of a calculation; what it gave comes by others. */
const course = new Set<string>([
  SetFormulaCalculationStartMutation.id,
  SetFormulaCalculationNotificationMutation.id,
]);

/**
 * The grid draws the sheet in view anew after each change of the workbook and with each sign of life of the formula engine: a third of the
 * time of writing a table into another sheet.
 */
export function drawOwnChanges(injector: Injector, workbook: Workbook): void {
  const unitId = workbook.getUnitId();
  const drawn = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  void drawn.then(() => {
    const render = injector.get(IRenderManagerService).getRenderById(unitId);
    const controller = render?.with(SheetRenderController) as unknown as
      { _markUnitDirty?: Mark } | undefined;
    const mark = controller?._markUnitDirty?.bind(controller);
    if (controller === undefined || mark === undefined) return;
    controller._markUnitDirty = (command, ...rest) => {
      const { subUnitId } = (command.params ?? {}) as { readonly subUnitId?: string };
      const elsewhere = subUnitId !== undefined && subUnitId !== workbook.getActiveSheet().getSheetId();
      if (!elsewhere && !course.has(command.id)) mark(command, ...rest);
    };
  });
}
