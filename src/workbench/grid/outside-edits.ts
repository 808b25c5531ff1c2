import { CommandType, ICommandService, type Injector } from "@univerjs/core";

/** Commands that look, move the selection or write into the editor of a cell, and what the calculator does. */
const looking =
  /^(?:doc\.|formula\.|univer\.command\.copy$|sheet\.command\.(?:set-scroll|scroll|move-selection|expand-selection))/;

/** Tells before something is about to change the workbook. Returns how to stop. */
export function beforeEdits(injector: Injector, tell: () => void): () => void {
  const watching = injector.get(ICommandService).beforeCommandExecuted(({ id, type }) => {
    if (type !== CommandType.OPERATION && !looking.test(id)) tell();
  });
  return () => watching.dispose();
}
