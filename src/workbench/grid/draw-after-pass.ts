import type { Injector, Workbook } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import type { Calculator } from "../../calculator/attach-calculator";

/** Milliseconds without a new picture that nobody notices. */
const longestWait = 100;

/**
 * Drawing a full screen of cells takes as long as recalculating a sheet of usual size. What a pass is just changing is drawn when the
 * pass is over, or every now and then where it takes longer.
 */
export function drawAfterPass(injector: Injector, workbook: Workbook, calculator: Calculator): void {
  const scene = injector.get(IRenderManagerService).getRenderById(workbook.getUnitId())?.scene;
  if (scene === undefined) return;
  const render = scene.render.bind(scene);
  let waitingSince: number | undefined;
  scene.render = (context) => {
    const now = performance.now();
    if (calculator.passing && now - (waitingSince ??= now) < longestWait) return;
    waitingSince = undefined;
    render(context);
  };
}
