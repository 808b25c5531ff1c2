import type { ICellDataForSheetInterceptor, Injector, Nullable, Workbook, Worksheet } from "@univerjs/core";
import { IRenderManagerService, type Scene } from "@univerjs/engine-render";
import type { Calculator } from "../../calculator/attach-calculator";

/** Milliseconds without a new picture that nobody notices. */
const longestWait = 100;

/**
 * Drawing a full screen of cells takes as long as recalculating a sheet of usual size. What a pass is just changing is drawn when the
 * pass is over, or every now and then where it takes longer.
 */
export function drawAfterPasses(injector: Injector, workbook: Workbook, calculator: Calculator): void {
  // The grid sets up its drawing a moment after the workbook is there.
  injector.get(IRenderManagerService).created$.subscribe(({ unitId, scene }) => {
    if (unitId === workbook.getUnitId()) drawWhenSettled(scene, workbook, calculator);
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
