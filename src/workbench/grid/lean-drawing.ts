import {
  type ICellDataForSheetInterceptor,
  type ICommandInfo,
  type Injector,
  type Nullable,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  SetArrayFormulaDataMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { IRenderManagerService, type Scene } from "@univerjs/engine-render";
import { SheetRenderController } from "@univerjs/sheets-ui";
import type { Calculator } from "../../calculator/attach-calculator";

/** Milliseconds without a new picture that nobody notices. */
const longestWait = 100;

/** What a pass tells of itself. Its results come once more, sheet by sheet, as values of cells. */
const ofPasses = new Set<string>([
  SetFormulaCalculationNotificationMutation.id,
  SetFormulaCalculationResultMutation.id,
  SetFormulaCalculationStartMutation.id,
]);

/**
 * Drawing a full screen of cells takes as long as recalculating a sheet of usual size. What a pass is just changing is drawn when the
 * pass is over and its calls are on their way, or every now and then where it takes longer; what changes on other sheets is not drawn.
 */
export function drawAfterPasses(injector: Injector, workbook: Workbook, calculator: Calculator): void {
  const renders = injector.get(IRenderManagerService);
  // The grid sets up its drawing a moment after the workbook is there.
  renders.created$.subscribe((render) => {
    if (render.unitId !== workbook.getUnitId()) return;
    drawWhenSettled(render.scene, workbook, calculator);
    drawSheetInViewOnly(render.with(SheetRenderController), workbook, calculator);
  });
}

function drawWhenSettled(scene: Scene, workbook: Workbook, calculator: Calculator): void {
  const render = scene.render.bind(scene);
  let waitingSince: number | undefined;
  scene.render = (context) => {
    const now = performance.now();
    if (calculator.passing && now - (waitingSince ??= now) < longestWait) return;
    waitingSince = undefined;
    composingOnce(workbook.getActiveSheet(), () => render(context));
  };
}

type Marking = (command: Readonly<ICommandInfo>, options?: unknown) => void;

/** After every mutation the grid draws all cells in view, also after results of sheets that nobody looks at. */
function drawSheetInViewOnly(
  controller: SheetRenderController,
  workbook: Workbook,
  calculator: Calculator,
): void {
  const marks = controller as unknown as { _markUnitDirty?: Marking };
  const mark = marks._markUnitDirty?.bind(controller);
  if (mark === undefined) return;
  marks._markUnitDirty = (command, options) => {
    const { subUnitId } = (command.params ?? {}) as { subUnitId?: string };
    const elsewhere = subUnitId !== undefined && subUnitId !== workbook.getActiveSheet().getSheetId();
    const ofPass =
      ofPasses.has(command.id) || (calculator.passing && command.id === SetArrayFormulaDataMutation.id);
    if (!elsewhere && !ofPass) mark(command, options);
  };
}

/** For one picture the grid composes each cell, with its format, table and marks, five times over; nothing changes in between. */
function composingOnce(sheet: Worksheet, draw: () => void): void {
  const compose = sheet.getCell.bind(sheet);
  const composed = new Map<string, Nullable<ICellDataForSheetInterceptor>>();
  sheet.getCell = (row, column) => {
    const key = `${row},${column}`;
    if (!composed.has(key)) composed.set(key, compose(row, column));
    return composed.get(key) ?? null;
  };
  try {
    draw();
  } finally {
    sheet.getCell = compose;
  }
}
