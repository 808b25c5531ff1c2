import type { Injector } from "@univerjs/core";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { BehaviorSubject } from "rxjs";

/**
 * Univer's progress bar reads the trigger that our calculator puts out of service, and fails when that says nothing
 * more. It is told that there is nothing to show: the title bar says when the workbook calculates.
 */
export function quietProgress(injector: Injector): void {
  const progress$ = new BehaviorSubject({ done: 0, count: 0, label: "" });
  Object.defineProperty(injector.get(TriggerCalculationController), "progress$", { value: progress$ });
}
