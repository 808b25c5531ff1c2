import { ICommandService, type ICommandInfo, type IDisposable, type Injector } from "@univerjs/core";
import { IActiveDirtyManagerService, type IFormulaDirtyData } from "@univerjs/engine-formula";
import {
  ClearSelectionFormatCommand,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";

const looksOnly = new Set([SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id]);

/**
 * Tells what an edit makes dirty, in place of Univer's own trigger: that one stops a running pass and starts again with
 * its own edits only, so that cells waiting for an answer would be forgotten.
 */
export function watchEdits(
  injector: Injector,
  onEdit: (dirty: Partial<IFormulaDirtyData>) => void,
): IDisposable {
  injector.get(TriggerCalculationController).dispose();
  const conversions = injector.get(IActiveDirtyManagerService);
  return injector.get(ICommandService).onCommandExecuted((command, options) => {
    const conversion = conversions.get(command.id);
    if (conversion === undefined || conversion === null) return;
    if (command.id === SetRangeValuesMutation.id && (options?.onlyLocal || changesLooksOnly(command))) return;
    onEdit(conversion.getDirtyData(command));
  });
}

function changesLooksOnly(command: Readonly<ICommandInfo>): boolean {
  const { trigger } = command.params as ISetRangeValuesMutationParams;
  return trigger !== undefined && looksOnly.has(trigger);
}
